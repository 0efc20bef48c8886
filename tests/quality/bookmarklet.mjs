// npm run quality:bookmarklet: how far the bookmarklet agrees with the package, on WCXB pages as a browser parses them.
//
// Each page becomes a document in Chromium, without scripts or layout; the bookmarklet's own code reads it there, its engine judges it, and
// the article's words are compared with those of the package and with the truth.
//
// usage: node tests/quality/bookmarklet.mjs [--corpora DIR] [--type forum] [--limit N] [--json FILE]

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { inRoot, kNativeCommand } from "../../scripts/layout.mjs";
import { runMain } from "../../scripts/steps.mjs";
import { launchChromium } from "../support/browsers.mjs";
import { loadWcxb, locateSets } from "./corpora.mjs";
import { mean, wordF1, wordsOf } from "./measures.mjs";
import { runPith } from "./run_pith.mjs";

/** The bookmarklet's parts as functions of a page that does nothing else. */
async function script() {
  const { outputFiles } = await build({ entryPoints: [inRoot("tests/quality/bookmarklet_page.ts")], bundle: true, format: "iife", target: "es2022", write: false });
  return outputFiles[0].text;
}

const sameWords = (left, right) => wordsOf(left).join(" ") === wordsOf(right).join(" ");

/** Compares on the pages of a folder. @returns {Promise<object[]>} one row a page */
export async function compareWithPackage(inputs, { bin = kNativeCommand, onPage = () => {} } = {}) {
  const { records } = await runPith({ bin, files: inputs.map(({ file }) => file), args: [], jobs: 1 });
  const launched = await launchChromium();
  try {
    const page = await launched.browser.newPage();
    await page.evaluate(await script());
    await page.evaluate((bytes) => globalThis.pithStart(bytes), readFileSync(inRoot("build/wasm/pith_compact.wasm")).toString("base64"));
    const rows = [];
    for (const input of inputs) {
      const html = new TextDecoder().decode(readFileSync(input.file));
      const { text, milliseconds } = await page.evaluate((...given) => globalThis.pithRead(...given), html);
      const full = records.get(input.file)?.text ?? "";
      const truth = input.truth.main_content ?? "";
      const row = { id: input.id, type: input.type, f1: wordF1(text, truth).f1, fullF1: wordF1(full, truth).f1, agreement: wordF1(text, full).f1, same: sameWords(text, full), milliseconds, text, full };
      rows.push(row);
      onPage(row);
    }
    return rows;
  } finally {
    await launched.close();
  }
}

const percent = (value) => `${(100 * value).toFixed(1)} %`;

async function main(argv) {
  const { values } = parseArgs({ args: argv, options: { corpora: { type: "string" }, type: { type: "string" }, limit: { type: "string" }, json: { type: "string" } } });
  const { wcxb } = locateSets({ corpora: values.corpora });
  if (wcxb === undefined) throw new Error("wcxb-dev is not there: docs/quality.md says how to get it");
  const inputs = loadWcxb(wcxb)
    .filter(({ type }) => !values.type || type === values.type)
    .slice(0, values.limit ? Number(values.limit) : undefined);
  const rows = await compareWithPackage(inputs);
  const types = ["all", ...new Set(rows.map(({ type }) => type))];
  console.log("pages          n     F1  package  difference  words agree  same text  agree >= .95");
  for (const type of types) {
    const of = rows.filter((row) => type === "all" || row.type === type);
    const f1 = mean(of.map((row) => row.f1));
    const full = mean(of.map((row) => row.fullF1));
    const shareOf = (test) => of.filter(test).length / of.length;
    console.log(
      `${type.padEnd(13)}${String(of.length).padStart(4)}  ${f1.toFixed(4)}  ${full.toFixed(4)}     ${(f1 - full).toFixed(4).padStart(7)}       ${mean(of.map((row) => row.agreement)).toFixed(4)}    ${percent(shareOf((row) => row.same)).padStart(7)}       ${percent(shareOf((row) => row.agreement >= 0.95)).padStart(7)}`,
    );
  }
  if (values.json) writeFileSync(values.json, JSON.stringify(rows));
}

await runMain(import.meta.filename, main);
