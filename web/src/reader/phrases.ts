import english from "./locales/en.json" with { type: "json" };

/** A phrase, or one for each plural category of the language; `{name}` in it stands for a value. */
export type Phrase = string | Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

export type PhraseKey = Exclude<keyof typeof english, "language">;

/** Every word of the view in one language, as the files in `locales/` have them. What is missing is said in English. */
export type PhraseTable = { readonly language: string } & { readonly [Key in PhraseKey]?: Phrase };

/** Values for the places of a phrase; `count` also chooses its plural form. */
export type PhraseValues = Readonly<Record<string, string | number>>;

export interface Phrases {
  /** BCP 47 tag of the language that the view speaks. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** For dates and numbers: the browser's own way of writing the language, where it is the same. */
  readonly locale: string;
  text(key: PhraseKey, values?: PhraseValues): string;
  /** A phrase whose key is put together at run time; undefined where there is none. */
  find(key: string, values?: PhraseValues): string | undefined;
}

const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** The direction in which a language is written, by its BCP 47 tag. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.test(language) ? "rtl" : "ltr";
}

export function makePhrases(table: PhraseTable = english): Phrases {
  const { language } = table;
  const locale = [...(globalThis.navigator?.languages ?? [])].find((tag) => tag.split("-")[0] === language.split("-")[0]) ?? language;
  // The first of these takes Chromium 25 ms, for which English needs not wait: its plurals are two, and below a thousand its numbers are digits.
  const inEnglish = /^en\b/.test(language);
  let numbers: Intl.NumberFormat | undefined;
  let plurals: Intl.PluralRules | undefined;

  function formOf(count: number): Intl.LDMLPluralRule {
    if (inEnglish) return count === 1 ? "one" : "other";
    return (plurals ??= new Intl.PluralRules(locale)).select(count);
  }

  function numberText(value: number): string {
    return inEnglish && value >= 0 && value < 1000 && Number.isInteger(value) ? String(value) : (numbers ??= new Intl.NumberFormat(locale)).format(value);
  }

  function find(key: string, values: PhraseValues = {}): string | undefined {
    const phrase = ownPhrase(table, key) ?? ownPhrase(english, key);
    if (phrase === undefined) return undefined;
    const form = typeof phrase === "string" ? phrase : (phrase[formOf(Number(values["count"]))] ?? phrase.other ?? "");
    return form.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : typeof value === "number" ? numberText(value) : value;
    });
  }

  return { language, direction: directionOf(language), locale, find, text: (key, values) => find(key, values) ?? key };
}

function ownPhrase(table: object, key: string): Phrase | undefined {
  return Object.hasOwn(table, key) ? (table as Readonly<Record<string, Phrase>>)[key] : undefined;
}
