// Pages in the markup of many systems, sites and languages: what of their authors' words stays, and what of all else goes.
//
// usage: node tests/platforms/platforms.mjs [--bin FILE] [--lines]

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { normalizeSpace } from "../quality/measures.mjs";
import { table } from "../quality/report.mjs";
import { runPith } from "../quality/run_pith.mjs";

const kPages = new URL("pages/", import.meta.url);
const kDefaultBin = fileURLToPath(new URL("../../dist/native/pith", import.meta.url));

/** A line shorter than this may be part of another by chance: it counts as left in only where it is a block of its own. */
const kShortLine = 25;

/**
 * Every page with what is known of it: `{name, file, group, platform, type, seen, title, keep, drop}`.
 * `seen`: somebody looked at what came of it while extraction was made better.
 */
export function readPages() {
  const names = readdirSync(kPages).filter((name) => name.endsWith(".json")).map((name) => name.replace(".json", ""));
  return names.map((name) => ({ name, file: fileURLToPath(new URL(`${name}.html`, kPages)), ...JSON.parse(readFileSync(new URL(`${name}.json`, kPages), "utf8")) }));
}

/** @returns {{missing: string[], left: string[]}} of an article: lines that are not there, and lines that should have gone */
export function faults({ text, title }, { keep, drop }) {
  const all = normalizeSpace(text);
  const blocks = new Set([title, ...text.split("\n")].map((block) => normalizeSpace(block ?? "")));
  const has = (line) => blocks.has(line) || all.includes(line);
  const stays = (line) => (line.length < kShortLine ? blocks.has(line) && line !== normalizeSpace(title ?? "") : all.includes(line));
  return { missing: keep.map(normalizeSpace).filter((line) => !has(line)), left: drop.map(normalizeSpace).filter(stays) };
}

/** Runs the command over the pages. @returns them with their faults */
export async function extractAll(pages, bin = kDefaultBin) {
  const { records } = await runPith({ bin, files: pages.map(({ file }) => file) });
  return pages.map((page) => ({ ...page, ...faults(records.get(page.file) ?? { text: "" }, page) }));
}

/** Counts by a key: pages, perfect ones, lines of each sort and how many came out wrong. */
export function summarize(pages, key) {
  const sums = new Map();
  for (const page of pages) {
    const name = key(page);
    const sum = sums.get(name) ?? { name, pages: 0, perfect: 0, keep: 0, missing: 0, drop: 0, left: 0 };
    sum.pages += 1;
    sum.perfect += page.missing.length + page.left.length === 0 ? 1 : 0;
    for (const sort of ["keep", "missing", "drop", "left"]) sum[sort] += page[sort].length;
    sums.set(name, sum);
  }
  return [...sums.values()];
}

/** By group: the share of the author's lines that stay, and of all other lines that go. */
export function measures(pages) {
  return Object.fromEntries(
    summarize(pages, ({ group }) => group).flatMap(({ name, keep, missing, drop, left }) => [
      [`${name}.kept`, 1 - missing / keep],
      [`${name}.removed`, 1 - left / drop],
    ]),
  );
}

/** The report; with `lines`, each line that came out wrong on pages that were seen. */
export function report(pages, { lines = false } = {}) {
  const keys = { group: ({ group }) => group, type: ({ type }) => type, looked: ({ group, seen }) => `${group}, ${seen ? "seen" : "unseen"}` };
  const parts = Object.entries(keys).map(([name, key]) =>
    table(
      [name, "pages", "perfect", "author's lines", "missing", "others", "left in"],
      summarize(pages, key).map((sum) => [sum.name, sum.pages, sum.perfect, sum.keep, sum.missing, sum.drop, sum.left]),
    ),
  );
  if (lines) {
    const wrong = pages.filter(({ seen }) => seen).flatMap(({ name, missing, left }) => [...missing.map((line) => `${name} MISSING ${line}`), ...left.map((line) => `${name} LEFT ${line}`)]);
    parts.push(wrong.join("\n"));
  }
  for (const [name, value] of Object.entries(measures(pages))) parts.push(`${name} ${value.toFixed(4)}`);
  return parts.join("\n\n");
}

async function main() {
  const { values } = parseArgs({ options: { bin: { type: "string" }, lines: { type: "boolean" } } });
  console.log(report(await extractAll(readPages(), values.bin), values));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
