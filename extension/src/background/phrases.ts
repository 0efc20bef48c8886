import { closestLanguage } from "../../../web/src/reader/closest_language.js";
import type { PhraseTable } from "../../../web/src/reader/phrases.js";
import { fileAddress, message } from "../browser/runtime.js";
import { isRecord } from "../values.js";

/** The languages that the reader has words in beside English, which is built in; the build says. */
declare const PITH_LANGUAGES: readonly string[];

let table: Promise<PhraseTable | null> | undefined;

/** The reader's words in the language that the browser chose for the extension's; null where those that are built in will do. */
export function phrasesInUse(): Promise<PhraseTable | null> {
  const language = closestLanguage([message("language")], PITH_LANGUAGES);
  table ??= language === undefined ? Promise.resolve(null) : load(language);
  return table;
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
