// The words of the reader in ten languages, apart from the reader itself: who shows it in English alone loads none of them.

export { chooseLanguage, languages, loadPhrases } from "./reader/languages.js";
export type { PhraseTable } from "./reader/phrases.js";
