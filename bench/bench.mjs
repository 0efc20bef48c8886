// npm run bench: how long the native core takes, on our own pages and, where the corpora are there, on a sample of them.
//
// usage: npm run bench -- --extension [--rounds=N]                  the extension in browsers: bench/extension.mjs
// usage: npm run bench -- --reader [--runs=N]                       the reader view with a megabyte: bench/reader.mjs
// usage: npm run bench -- --package [--rounds=N]                    the npm package instead: bench/package.mjs
// usage: npm run bench -- --browser[=firefox] [--pages=N]            the package in a browser: bench/browser.mjs
// usage: npm run bench -- --ratios [--rounds=N]                     against stock Gumbo, and by a page's size: bench/ratios.mjs
// usage: npm run bench -- --instructions [--renew]                  instructions of each stage: bench/instructions.mjs
// usage: npm run bench [-- --corpora DIR] [--benchmark_filter=…]     further flags go to Google Benchmark
//
// pith_bench (bench/*.cpp) takes page files as arguments. Times differ from machine to machine and from day to day:
// compare numbers of one run, or of two runs one after the other.

import { spawn } from "node:child_process";
import { once } from "node:events";

import { buildPreset } from "../scripts/cmake.mjs";
import { inRoot, kRoot } from "../scripts/layout.mjs";
import { setUp } from "../scripts/setup.mjs";
import { runMain, step } from "../scripts/steps.mjs";
import { main as benchInstructions } from "./instructions.mjs";
import { main as benchPackage } from "./package.mjs";
import { evenSample, ownPages } from "./sample.mjs";
import { kHowToGetCorpora, loadWcxb, locateSets } from "../tests/quality/corpora.mjs";

const kSampleSize = 40;

async function runBenchmark(title, files, flags) {
  console.log(`\n${title}`);
  const child = spawn(inRoot("build/bench/pith_bench"), [...flags, ...files], { cwd: kRoot, stdio: ["ignore", "inherit", "inherit"] });
  const [code, signal] = await once(child, "close");
  if (code !== 0) throw new Error(`pith_bench: ${signal ?? `exit code ${code}`}`);
}

function readArguments(argv) {
  const at = argv.indexOf("--corpora");
  if (at === -1) return { flags: argv };
  return { corpora: argv[at + 1], flags: [...argv.slice(0, at), ...argv.slice(at + 2)] };
}

async function main(argv) {
  // The driver of browsers comes with the packages, which a fresh clone does not have yet.
  if (argv.includes("--extension")) return (await import("./extension.mjs")).main(argv);
  if (argv.includes("--reader")) return (await import("./reader.mjs")).main(argv);
  if (argv.some((word) => /^--browser\b/.test(word))) return (await import("./browser.mjs")).main(argv);
  if (argv.includes("--ratios")) return (await import("./ratios.mjs")).main(argv);
  if (argv.includes("--package")) return benchPackage(argv);
  if (argv.includes("--instructions")) return benchInstructions(argv);
  const { corpora, flags } = readArguments(argv);
  await setUp(["build", "bench"]);
  await step("benchmark", () => buildPreset("bench"));
  const pages = ownPages();
  await runBenchmark(`${pages.length} pages of our own`, pages, flags);
  const { wcxb } = locateSets({ corpora });
  if (wcxb === undefined) {
    console.log(`\nreal pages: skipped: ${kHowToGetCorpora}`);
    return;
  }
  const sample = evenSample(loadWcxb(wcxb), kSampleSize).map(({ file }) => file);
  await runBenchmark(`${sample.length} real pages`, sample, flags);
}

await runMain(import.meta.filename, main);
