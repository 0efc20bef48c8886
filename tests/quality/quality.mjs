// npm run quality: how good the extraction is, on the sets of pages that are there.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { inRoot, kNativeCommand } from "../../scripts/layout.mjs";
import { runMain } from "../../scripts/steps.mjs";
import { kHowToGetCorpora, kHowToGetSeeds, locateSets } from "./corpora.mjs";
import { measureReadability } from "./readability.mjs";
import { measureReadabilityFacade, reportReadabilityFacade } from "./readability_facade.mjs";
import { brokenFloors, reportComparison, reportReadability, reportSeeds, reportSegments, reportWcxb, snapshot } from "./report.mjs";
import { runPith } from "./run_pith.mjs";
import { measureSeeds } from "./seeds.mjs";
import { measureSegments } from "./segments.mjs";
import { measureWcxb } from "./wcxb.mjs";

const kHowToGetReadability = "readability-pages/ (SLUG/source.html, expected.html, …) is taken from the corpora folder";

const kSets = {
  seeds: { measure: measureSeeds, report: reportSeeds, howToGet: kHowToGetSeeds },
  wcxb: { measure: measureWcxb, report: reportWcxb, howToGet: kHowToGetCorpora },
  segments: { measure: measureSegments, report: reportSegments, howToGet: "segments-dev/ (html/, segments.json) is taken from the corpora folder" },
  readability: { measure: measureReadability, report: reportReadability, howToGet: kHowToGetReadability },
  "readability-facade": { pages: "readability", measure: measureReadabilityFacade, report: reportReadabilityFacade, howToGet: kHowToGetReadability },
};

const kUsage = `usage: npm run quality -- [--set ${Object.keys(kSets).join("|")}|all] [--corpora DIR] [--seeds DIR]
                      [--bin FILE] [--jobs N] [--worst N] [--gate]
  --set      which pages, several parted by commas (default: all)
  --corpora  folder with wcxb-dev/, segments-dev/, readability-pages/, or a WCXB checkout (also: PITH_CORPORA)
  --seeds    folder with the labelled stories (also: PITH_SEEDS)
  --bin      the command to measure (default: dist/native/pith)
  --jobs     processes at a time (default: 2)
  --worst    how many of the worst WCXB pages to list (default: 20)
  --gate     exit with 1 if a measure is under its floor in tests/quality/floors.json`;

/** The floors as data. */
export function readFloors() {
  return JSON.parse(readFileSync(new URL("./floors.json", import.meta.url), "utf8"));
}

/** Where the pages of a set lie, or undefined. */
function folderOf(name, folders) {
  return folders[kSets[name].pages ?? name];
}

/**
 * Measures one set, if it is there.
 * @returns {Promise<{skipped: string} | object>} the set's result, or why there is none
 */
export async function measureSet(name, { bin = kNativeCommand, jobs = 2, folders = locateSets() } = {}) {
  const folder = folderOf(name, folders);
  if (folder === undefined) return { skipped: kSets[name].howToGet };
  const run = (files, args = []) => runPith({ bin, files, args, jobs });
  return kSets[name].measure({ folder, run });
}

function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      set: { type: "string", default: "all" },
      corpora: { type: "string" },
      seeds: { type: "string" },
      bin: { type: "string", default: kNativeCommand },
      jobs: { type: "string", default: "2" },
      worst: { type: "string", default: "20" },
      gate: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const sets = values.set === "all" ? Object.keys(kSets) : values.set.split(",");
  const unknown = sets.find((name) => !(name in kSets));
  if (unknown !== undefined) throw new Error(`there is no set "${unknown}"`);
  return { ...values, sets, jobs: Number(values.jobs), worst: Number(values.worst), bin: path.resolve(values.bin) };
}

/** Measures, reports, keeps what the next run compares with. Returns the exit code. */
async function main(argv) {
  let options;
  try {
    options = readOptions(argv);
  } catch (error) {
    console.error(`${error.message}\n${kUsage}`);
    return 2;
  }
  if (options.help) {
    console.log(kUsage);
    return 0;
  }
  const folders = locateSets(options);
  const measures = {};
  for (const name of options.sets) {
    if (folderOf(name, folders) !== undefined && !existsSync(options.bin)) {
      console.error(`${options.bin} is not there: npm run build`);
      return 2;
    }
    const result = await measureSet(name, { ...options, folders });
    if (result.skipped !== undefined) {
      console.log(`${name}: skipped: ${result.skipped}\n`);
      continue;
    }
    Object.assign(measures, result.measures);
    console.log(`${kSets[name].report(result, options.worst)}\n${compareAndKeep(name, result)}\n`);
  }
  return options.gate ? judge(measures) : 0;
}

/** Compares with the run before, whose snapshot the new one replaces. */
function compareAndKeep(name, result) {
  const folder = inRoot("build/quality");
  const file = path.join(folder, `${name}.json`);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const after = snapshot(result);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(after, null, 1));
  return reportComparison(name, before, after);
}

function judge(measures) {
  const floors = readFloors();
  const broken = brokenFloors(floors, measures);
  for (const { measure, atLeast } of broken) console.log(`under its floor: ${measure} is ${measures[measure].toFixed(4)}, at least ${atLeast} is wanted`);
  if (broken.length === 0) console.log(`gate: ${floors.filter(({ measure }) => measure in measures).length} floors held`);
  return broken.length === 0 ? 0 : 1;
}

await runMain(import.meta.filename, main);
