import type { PhraseTable } from "../../../web/src/reader/phrases.js";
import { fileAddress, uiLanguage } from "../browser/runtime.js";
import { isRecord } from "../values.js";

/** The languages that the reader has words in beside English, which is built in; the build says. */
declare const PITH_LANGUAGES: readonly string[];

let table: Promise<PhraseTable | null> | undefined;

/** The reader's words in the browser's language; null where those that are built in will do. */
export function phrasesInUse(): Promise<PhraseTable | null> {
  const language = closest(uiLanguage(), PITH_LANGUAGES);
  table ??= language === undefined ? Promise.resolve(null) : load(language);
  return table;
}

/** The language itself, or the one that it is a kind of, if both are written alike: simplified Chinese is not what Taiwan reads. */
export function closest(wanted: string, languages: readonly string[]): string | undefined {
  const { language, script } = new Intl.Locale(wanted.replaceAll("_", "-")).maximize();
  return languages.find((each) => each === language && new Intl.Locale(each).maximize().script === script);
}

async function load(language: string): Promise<PhraseTable | null> {
  try {
    const words: unknown = await (await fetch(fileAddress(`reader/${language}.json`))).json();
    return isRecord(words) ? (words as PhraseTable) : null;
  } catch (error) {
    console.error(error);
    return null;
  }
}
