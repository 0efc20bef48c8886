// The words of the reader in every language, beside the English ones; those of the extension are held to the same.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { readWords } from "../../extension/words.mjs";
import { load } from "../support/load.mjs";

const folderOf = (path) => fileURLToPath(new URL(`../../${path}/`, import.meta.url));
const sources = { reader: await readWords(folderOf("web/src/reader/locales")), extension: await readWords(folderOf("extension/locales")) };
const languages = ["ar", "de", "es", "fr", "hi", "ja", "pt", "ru", "zh"];

/** The languages' own words, which happen to be the English ones; in every language: names. */
const same = {
  "*": ["reader font.hyperlegible", "reader font.dyslexic", "extension name"],
  de: ["reader code", "reader reason.nav", "reader reason.newsletter", "reader setting.link", "reader theme.sepia"],
  fr: ["reader code", "reader footnote", "reader image", "reader file.image", "reader noteHint", "reader reason.nav", "extension site"],
  pt: ["reader setting.link", "extension site"],
  es: ["reader theme.sepia"],
};

const placesOf = (text) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
/** The forms of a phrase by their plural categories; one that does not depend on a number has only `other`. */
const formsOf = (word) => (typeof word === "string" ? { other: word } : (word.message ?? false) ? { other: word.message } : word);
/** A category that holds of one number only, as the Arabic dual, may say the number in words. */
const isOneNumber = (plurals, category) => Array.from({ length: 300 }, (_, count) => plurals.select(count)).filter((each) => each === category).length === 1;

for (const [part, { en, ...others }] of Object.entries(sources)) {
  describe(`the words of the ${part}`, () => {
    it("are there in every language", () => assert.deepEqual(Object.keys(others).sort(), languages));

    for (const [file, words] of Object.entries(others)) {
      const tag = formsOf(words.language).other;
      const plurals = new Intl.PluralRules(tag);

      it(`are all there in ${tag}, each with its values and plural forms`, () => {
        assert.equal(new Intl.Locale(tag).language, file);
        assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort());
        for (const [key, word] of Object.entries(words)) {
          const [forms, english] = [formsOf(word), formsOf(en[key])];
          const counted = Object.keys(english).length > 1;
          assert.deepEqual(Object.keys(forms).sort(), counted ? plurals.resolvedOptions().pluralCategories.toSorted() : ["other"], key);
          for (const [category, form] of Object.entries(forms)) {
            assert.ok(form.trim() === form && form !== "", `${key} is empty or has space around it`);
            assert.doesNotMatch(form, /[<>]|\p{Cc}/u, key);
            const places = placesOf(form);
            if (places.length > 0 || !counted || !isOneNumber(plurals, category)) assert.deepEqual(places, placesOf(english.other), `${key}: ${form}`);
          }
        }
      });

      it(`are not left in English in ${tag}`, () => {
        const untranslated = Object.keys(words).filter((key) => key !== "language" && Object.values(formsOf(words[key])).some((form) => form === formsOf(en[key]).other));
        const named = untranslated.map((key) => `${part} ${key}`);
        assert.deepEqual(named.filter((name) => ![...same["*"], ...(same[file] ?? [])].includes(name)), []);
      });
    }
  });
}

describe("the words of the extension in its stores", () => {
  it("are at most 132 characters, as Chromium's store demands", () => {
    for (const [language, { description }] of Object.entries(sources.extension)) assert.ok(formsOf(description).other.length <= 132, language);
  });
});

describe("phrases with numbers", () => {
  const counts = [0, 1, 2, 11, 999, 1000, 12345, 1.5];

  for (const language of ["en", "ru", "ar"]) {
    it(`are those that the browser's own rules give in ${language}`, async () => {
      const { makePhrases } = await load("web/src/reader/phrases.ts");
      const words = sources.reader[language];
      const { find, locale } = makePhrases(words);
      const [plurals, numbers] = [new Intl.PluralRules(locale), new Intl.NumberFormat(locale)];
      for (const count of counts) {
        const form = words.blocksHidden[plurals.select(count)] ?? words.blocksHidden.other;
        assert.equal(find("blocksHidden", { count }), form.replaceAll("{count}", numbers.format(count)), String(count));
      }
    });
  }
});
