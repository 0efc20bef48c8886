import { closestLanguage } from "./closest_language.js";
import type { PhraseTable } from "./phrases.js";

/** Each is a file of its own, which is not loaded before it is wanted. */
const tables: Readonly<Record<string, () => Promise<{ readonly default: PhraseTable }>>> = {
  ar: () => import("./locales/ar.json", { with: { type: "json" } }),
  de: () => import("./locales/de.json", { with: { type: "json" } }),
  en: () => import("./locales/en.json", { with: { type: "json" } }),
  es: () => import("./locales/es.json", { with: { type: "json" } }),
  fr: () => import("./locales/fr.json", { with: { type: "json" } }),
  hi: () => import("./locales/hi.json", { with: { type: "json" } }),
  ja: () => import("./locales/ja.json", { with: { type: "json" } }),
  pt: () => import("./locales/pt.json", { with: { type: "json" } }),
  ru: () => import("./locales/ru.json", { with: { type: "json" } }),
  zh: () => import("./locales/zh.json", { with: { type: "json" } }),
};

/** The languages that the reader has words in, by their BCP 47 tags. */
export const languages: readonly string[] = Object.keys(tables);

/** Of the wanted languages, the first that the reader has words in; English where there is none. */
export function chooseLanguage(wanted: string | readonly string[] = globalThis.navigator?.languages ?? []): string {
  return closestLanguage(typeof wanted === "string" ? [wanted] : wanted, languages) ?? "en";
}

/**
 * Loads the reader's words for `host.phrases`.
 * @param wanted BCP 47 tags, the best first; by default those that the browser's user prefers
 * @example
 * mountReader(place, article, { phrases: await loadPhrases() });
 */
export async function loadPhrases(wanted?: string | readonly string[]): Promise<PhraseTable> {
  return ((await tables[chooseLanguage(wanted)]?.()) as { readonly default: PhraseTable }).default;
}
