/** Voices of one language. */
export interface VoiceGroup {
  /** Its name in the language of the view. */
  readonly name: string;
  readonly voices: readonly SpeechSynthesisVoice[];
}

/** The language of a tag, without script and region; some engines write `en_GB`. */
export function languageOf(tag: string | null): string {
  return /^[a-z]+/i.exec(tag ?? "")?.[0].toLowerCase() ?? "";
}

/** All voices: first those of the article's language, then the other languages by their names. */
export function groupVoices(voices: readonly SpeechSynthesisVoice[], lang: string | null, locale: string): readonly VoiceGroup[] {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const byLanguage = new Map<string, SpeechSynthesisVoice[]>();
  for (const voice of voices) byLanguage.set(languageOf(voice.lang), [...(byLanguage.get(languageOf(voice.lang)) ?? []), voice]);
  const own = languageOf(lang);
  const groups = [...byLanguage].map(([language, those]) => ({ language, name: nameOf(names, language), voices: those }));
  return groups.sort((a, b) => Number(b.language === own) - Number(a.language === own) || a.name.localeCompare(b.name, locale));
}

/** The name of a language; the tag itself where it is none that the standard knows, as in `x-klingon`. */
function nameOf(names: Intl.DisplayNames, language: string): string {
  return /^[a-z]{2,3}$/.test(language) ? (names.of(language) ?? language) : language;
}

/**
 * The voice that was chosen for the article's language, else one of that language: of its region if there is one, and rather one of this device than
 * one that sends the text elsewhere. Undefined where there is none; then the browser chooses.
 */
export function voiceFor(voices: readonly SpeechSynthesisVoice[], lang: string | null, chosen: string | undefined): SpeechSynthesisVoice | undefined {
  const known = voices.find(({ voiceURI }) => voiceURI === chosen);
  if (known !== undefined) return known;
  const tag = (lang ?? "").toLowerCase();
  const rank = (voice: SpeechSynthesisVoice): number =>
    (voice.localService ? 4 : 0) + (voice.lang.toLowerCase().replace("_", "-") === tag ? 2 : 0) + (voice.default ? 1 : 0);
  const [best] = voices.filter((voice) => languageOf(voice.lang) === languageOf(lang)).sort((a, b) => rank(b) - rank(a));
  return best;
}
