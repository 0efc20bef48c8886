// The extension's words: one file a language in extension/locales, made into what browsers read (_locales).
//
// A word is a text, or { message, description } where a translator has to know more. {name} in it stands for a value; code gives the
// values in the order in which the English text has their names.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Browsers know some languages only by their countries. */
const folders = { pt: ["pt_BR", "pt_PT"], zh: ["zh_CN"] };

const textOf = (word) => (typeof word === "string" ? word : word.message);
const placesOf = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

/** The word files of a folder by their languages. */
export async function readWords(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file.slice(0, -".json".length), JSON.parse(await readFile(join(folder, file), "utf8"))])));
}

/** Words of one language as browsers want them. */
export function toMessages(words, english) {
  const entries = Object.entries(words).map(([name, word]) => {
    const places = placesOf(textOf(english[name]));
    const message = textOf(word).replaceAll("$", "$$$$").replace(/\{(\w+)\}/g, (_, place) => `$${places.indexOf(place) + 1}`);
    const { description } = typeof word === "string" ? {} : word;
    return [name, { message, ...(description && { description }) }];
  });
  return Object.fromEntries(entries);
}

/** Writes `_locales`; what a language lacks browsers say in English. */
export async function writeLocales(source, target) {
  const languages = await readWords(source);
  for (const [language, words] of Object.entries(languages)) {
    const problems = problemsOf(words, languages.en);
    if (problems.length > 0) throw new Error(`extension/locales/${language}.json: ${problems.join("; ")}`);
    for (const folder of folders[language] ?? [language]) {
      await mkdir(join(target, folder), { recursive: true });
      await writeFile(join(target, folder, "messages.json"), `${JSON.stringify(toMessages(words, languages.en), null, 2)}\n`);
    }
  }
}

/** What is wrong with a language's words beside the English ones; what is not there yet is not wrong. */
export function problemsOf(words, english) {
  return Object.entries(words).flatMap(([name, word]) => {
    if (!(name in english)) return [`${name} is no word of the extension`];
    const [places, wanted] = [word, english[name]].map((each) => placesOf(textOf(each)).sort().join(" "));
    return places === wanted ? [] : [`${name} has {${places}}, English has {${wanted}}`];
  });
}
