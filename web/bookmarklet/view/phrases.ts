import english from "../../src/reader/locales/en.json" with { type: "json" };
import type { Phrase, Phrases } from "../../src/reader/phrases.js";

export { directionOf } from "../../src/reader/phrases.js";

/** In English alone, of which everything is there. */
export function makePhrases(): Phrases {
  const language = "en";
  const locale = navigator.languages.find((tag) => /^en\b/.test(tag)) ?? language;
  const find: Phrases["find"] = (key, values = {}) => {
    const phrase = (english as Readonly<Record<string, Phrase>>)[key];
    const form = typeof phrase === "object" ? phrase[values["count"] === 1 ? "one" : "other"] : phrase;
    // The browser's own way of writing numbers takes Chromium 25 ms when it is first asked for.
    return form?.replace(/\{(\w+)\}/g, (_, name: string) => ((values[name] as number) < 1000 ? String(values[name]) : (values[name]?.toLocaleString(locale) ?? "")));
  };
  return { language, direction: "ltr", locale, find, text: find as Phrases["text"] };
}
