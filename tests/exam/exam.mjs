// The exam: builds the pages, runs the command over them, compares its text with what must be there, line by line.
//
// usage: node tests/exam/exam.mjs [--bin FILE] [--unheard | --foreign | --sites | --forms] [--lang LANG] [--layout NAME] [--lines] [--keep DIR]

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { normalizeSpace } from "../quality/measures.mjs";
import { table } from "../quality/report.mjs";
import { runPith } from "../quality/run_pith.mjs";
import { arrange, arrangeAsSites, arrangeInForms } from "./arrangements.mjs";
import { document, kLayouts, plainText } from "./layouts.mjs";

const kStories = new URL("stories/", import.meta.url);
const kUnheard = new URL("unheard/", import.meta.url);
const kSites = new URL("sites/", import.meta.url);
const kDefaultBin = fileURLToPath(new URL("../../dist/native/pith", import.meta.url));

/**
 * A language's story and promotions.
 * @param {string} lang
 * @param {boolean} unheard with the promotions of `unheard/`, where it has some of a kind: those of support stand with the tools and the sign-up lines
 */
function readStory(lang, unheard = false) {
  const sections = {};
  let lines = [];
  for (const line of readFileSync(new URL(`${lang}.txt`, kStories), "utf8").trimEnd().split("\n")) {
    if (line.startsWith("# ")) lines = sections[line.slice(2)] = [];
    else lines.push(line);
  }
  const { story, headlines, ...promotions } = sections;
  if (unheard) {
    const { support, ...others } = readUnheard(lang);
    Object.assign(promotions, others, { signup: [...others.signup, ...support.slice(0, 2)], tools: support.slice(2) });
  }
  return { lang, story, headlines, lines: promotions };
}

/** A language's story among the lines of its sites. */
function readSites(lang) {
  const { headline, ...lines } = readKinds(lang, kSites);
  return { lang, story: readStory(lang).story, headlines: headline, lines };
}

/** @returns {Record<string, string[]>} lines by kind */
export const readUnheard = (lang) => readKinds(lang, kUnheard);

function readKinds(lang, folder) {
  const kinds = {};
  for (const line of readFileSync(new URL(`${lang}.txt`, folder), "utf8").trimEnd().split("\n")) {
    const [kind, text] = line.split("\t");
    (kinds[kind] ??= []).push(text);
  }
  return kinds;
}

/** All languages that have a story. */
export const languages = () => readdirSync(kStories).map((name) => name.replace(".txt", "")).sort();

/**
 * Every page: `{lang, push, layout, content, lines}`.
 * @param {string[]} [langs]
 * @param {{unheard?: boolean, foreign?: boolean, sites?: boolean, forms?: boolean}} [options] `foreign`: the English story on an English page, among the languages' unheard
 *   promotions; `sites`: among what their sites say; `forms`: the same, in the forms that such lists take
 */
export function buildPages(langs = languages(), { unheard = false, foreign = false, sites = false, forms = false } = {}) {
  const arrangements = (lang) => {
    if (forms) return arrangeInForms(readSites(lang));
    if (sites) return arrangeAsSites(readSites(lang));
    return arrange(foreign ? { ...readStory(lang, true), story: readStory("en").story } : readStory(lang, unheard));
  };
  return langs.flatMap((lang) =>
    Object.entries(arrangements(lang)).flatMap(([push, parts]) => {
      const lines = parts.flatMap((part) => part.lines);
      const title = lines.find((line) => line.kind === "title").text;
      const pageLang = foreign ? "en" : lang;
      const html = Object.entries(kLayouts).map(([layout, render]) => ({ lang, push, layout, lines, content: document(pageLang, title, render(parts)) }));
      return [...html, { lang, push, layout: "plain", lines, content: plainText(parts) }];
    }),
  );
}

/**
 * What is wrong with a page's text.
 *
 * The story's own lines are taken out of the text, and nothing may be left: so a short promotion is not mistaken for a word of the story.
 * @returns {{missing: string[], left: {kind: string, text: string}[]}} paragraphs that are not there, and lines that should have gone
 */
export function faults(text, lines) {
  let rest = normalizeSpace(text);
  const missing = [];
  const own = lines.filter((line) => ["title", "standfirst", "body"].includes(line.kind));
  for (const { text: line, kind } of own.toSorted((a, b) => b.text.length - a.text.length)) {
    const wanted = normalizeSpace(line);
    if (rest.includes(wanted)) rest = rest.replace(wanted, () => "\n");
    else if (kind === "body") missing.push(line);
  }
  const left = [];
  const others = lines.filter((line) => !own.includes(line));
  for (const { text: line, kind } of others.toSorted((a, b) => b.text.length - a.text.length)) {
    const unwanted = normalizeSpace(line);
    if (!rest.includes(unwanted)) continue;
    rest = rest.replace(unwanted, () => "\n");
    left.push({ kind, text: line });
  }
  const more = normalizeSpace(rest);
  if (/[\p{L}\p{N}]/u.test(more)) left.push({ kind: "other", text: more });
  return { missing, left };
}

/** Runs the command over all pages. @returns the pages with their faults */
export async function sitExam({ bin = kDefaultBin, pages, folder }) {
  mkdirSync(folder, { recursive: true });
  const files = pages.map((page) => path.join(folder, `${page.lang}.${page.push.replaceAll(/\W+/g, "-")}.${page.layout}.${page.layout === "plain" ? "txt" : "html"}`));
  for (const [index, page] of pages.entries()) writeFileSync(files[index], page.content);
  const ofKind = (plain) => files.filter((_, index) => (pages[index].layout === "plain") === plain);
  const records = new Map();
  for (const plain of [false, true]) {
    const run = await runPith({ bin, files: ofKind(plain), args: plain ? ["--plain"] : [] });
    for (const [file, record] of run.records) records.set(file, record);
  }
  return pages.map((page, index) => ({ ...page, ...faults(records.get(files[index])?.text ?? "", page.lines) }));
}

/** Counts by a key of the page: pages, passed, lines of each sort and how many came out wrong. */
export function summarize(pages, key) {
  const sums = new Map();
  for (const page of pages) {
    const name = page[key];
    const sum = sums.get(name) ?? { name, pages: 0, passed: 0, body: 0, missing: 0, promotion: 0, left: 0 };
    sum.pages += 1;
    sum.passed += page.missing.length + page.left.length === 0 ? 1 : 0;
    sum.body += page.lines.filter((line) => line.kind === "body").length;
    sum.missing += page.missing.length;
    sum.promotion += page.lines.filter((line) => !["title", "standfirst", "body"].includes(line.kind)).length;
    sum.left += page.left.length;
    sums.set(name, sum);
  }
  return [...sums.values()];
}

/** The whole as shares: pages that are perfect, paragraphs that stay, promotions that go. */
export function measures(pages, name = "exam") {
  const [all] = summarize(pages.map((page) => ({ ...page, all: "all" })), "all");
  return { [`${name}.pages`]: all.passed / all.pages, [`${name}.kept`]: 1 - all.missing / all.body, [`${name}.removed`]: 1 - all.left / all.promotion };
}

const rowOf = (sum) => [sum.name, sum.pages, sum.passed, sum.body, sum.missing, sum.promotion, sum.left];

function kinds(pages) {
  const count = new Map();
  for (const page of pages) {
    for (const line of page.lines) {
      const sum = count.get(line.kind) ?? { lines: 0, wrong: 0 };
      sum.lines += 1;
      count.set(line.kind, sum);
    }
    for (const line of page.left) if (count.has(line.kind)) count.get(line.kind).wrong += 1;
  }
  return [...count].filter(([kind]) => !["title", "standfirst", "body"].includes(kind)).map(([kind, sum]) => [kind, sum.lines, sum.wrong]);
}

/** The report; with `lines`, every line that came out wrong and on how many pages. */
export function report(pages, { lines = false, ...sets } = {}) {
  const header = (name) => [name, "pages", "perfect", "paragraphs", "missing", "promotions", "left in"];
  const parts = ["lang", "push", "layout"].map((key) => table(header(key), summarize(pages, key).map(rowOf)));
  parts.push(table(["kind", "lines", "left in"], kinds(pages)));
  if (lines) {
    const wrong = new Map();
    const add = (line) => wrong.set(line, (wrong.get(line) ?? 0) + 1);
    for (const page of pages) {
      for (const line of page.missing) add(`${page.lang} MISSING ${line}`);
      for (const line of page.left) add(`${page.lang} ${line.kind}: ${line.text}`);
    }
    parts.push([...wrong].sort((a, b) => b[1] - a[1]).map(([line, times]) => `${String(times).padStart(4)} ${line}`).join("\n"));
  }
  for (const [name, value] of Object.entries(measures(pages, ["foreign", "unheard", "sites", "forms"].find((name) => sets[name]) ?? "exam"))) parts.push(`${name} ${value.toFixed(4)}`);
  return parts.join("\n\n");
}

async function main() {
  const { values } = parseArgs({
    options: { bin: { type: "string" }, lang: { type: "string" }, layout: { type: "string" }, lines: { type: "boolean" }, keep: { type: "string" }, unheard: { type: "boolean" }, foreign: { type: "boolean" }, sites: { type: "boolean" }, forms: { type: "boolean" } },
  });
  const langs = values.lang?.split(",");
  const pages = buildPages(langs, values).filter((page) => values.layout === undefined || page.layout === values.layout);
  const folder = values.keep ?? mkdtempSync(path.join(tmpdir(), "pith-exam-"));
  console.log(report(await sitExam({ bin: values.bin, pages, folder }), values));
  if (values.keep === undefined) rmSync(folder, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
