// npm run bench -- --ratios [--rounds=N] [--corpora DIR]: what docs/performance.md says of the cores, each as a ratio within one run:
// the native core and the package in Node against a mere parse by the Gumbo that Debian has, and how time and memory grow with a page.
//
// What is compared takes turns, and of many rounds the least counts, since whatever else the machine does only adds. Draws
// docs/images/performance-*.svg. Exit code 1 where a goal is missed.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { buildPreset } from "../scripts/cmake.mjs";
import { inRoot, kRoot } from "../scripts/layout.mjs";
import { setUp } from "../scripts/setup.mjs";
import { step } from "../scripts/steps.mjs";
import { makePage } from "./package.mjs";
import { drawBars, drawCurve } from "./plot.mjs";
import { realPages } from "./sample.mjs";

const kPages = 60;
const kRounds = 9;
/** Parts of the time that stock Gumbo takes to parse. */
const kGoals = { native: 0.35, wasm: 1, growth: 1.3, memory: 8 };
const kSizes = [160, 500, 1600, 5000, 16000].map((kilobytes) => kilobytes * 1000);
/** What the core would refuse, or read in part only. */
const kNoLimit = { bytes: 2 ** 31, nodes: 2 ** 31, outputBytes: 2 ** 31, work: 2 ** 31 };
const kBytesTimed = 2e7; // at each size, so that small pages are called often enough for V8 to be done compiling
const kSpare = 4 * 2 ** 20; // bytes beside those that the memory goal counts by the page

/** Milliseconds for all files by one of the native programs, as Google Benchmark counts them. */
function nativeTime(program, filter, files) {
  const flags = [`--benchmark_filter=^${filter}/pages$`, "--benchmark_format=json", "--benchmark_min_time=0.3"];
  const { status, stdout, stderr } = spawnSync(inRoot("build/bench", program), [...flags, ...files], { cwd: kRoot, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return JSON.parse(stdout).benchmarks[0].cpu_time;
}

/** A call of the package in this process for all pages. */
async function packageTime(pages) {
  const { createExtractor } = await import(inRoot("dist/package/index.js"));
  const extractor = await createExtractor();
  return () => {
    const from = performance.now();
    for (const page of pages) extractor.extract(page, { url: "https://pages.example/" });
    return performance.now() - from;
  };
}

async function againstGumbo(files, rounds) {
  const wasm = await packageTime(files.map((file) => readFileSync(path.resolve(kRoot, file))));
  const least = { gumbo: Infinity, native: Infinity, wasm: Infinity };
  const note = (name, time) => (least[name] = Math.min(least[name], time));
  for (let round = 0; round < rounds; round++) {
    note("gumbo", nativeTime("pith_bench_stock_gumbo", "stock_gumbo", files));
    note("native", nativeTime("pith_bench", "extract", files));
    note("wasm", wasm());
  }
  return least;
}

/** Nanoseconds a byte once warm, and bytes of a fresh core's memory at its most, for pages of several sizes. */
async function growth() {
  const { createInstance } = await import("../tests/hostile/wasm_instance.mjs");
  const extract = (core, page) => core.extract(page, { limits: kNoLimit, textsApart: true });
  const warm = createInstance();
  return kSizes.map((size) => {
    const page = Buffer.from(makePage(size));
    let least = Infinity;
    for (let calls = Math.max(3, Math.ceil(kBytesTimed / size)); calls > 0; calls--) {
      const from = performance.now();
      extract(warm, page);
      least = Math.min(least, performance.now() - from);
    }
    const fresh = createInstance();
    extract(fresh, page);
    return { size: page.length, nanoseconds: (least * 1e6) / page.length, memory: fresh.memoryBytes() };
  });
}

const verdict = (met) => (met ? "met" : "missed");

/** @returns the exit code */
export async function main(argv) {
  const valueOf = (name) => argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const rounds = Number(valueOf("rounds") ?? kRounds);
  await setUp(["build", "bench"]);
  await step("benchmark", () => buildPreset("bench"));
  const files = realPages(argv, kPages);

  const { gumbo, native, wasm } = await againstGumbo(files, rounds);
  const parts = { native: native / gumbo, wasm: wasm / gumbo };
  console.log(`${files.length} pages: stock Gumbo parses them in ${gumbo.toFixed(0)} ms; whole extraction, all outputs:`);
  for (const name of ["native", "wasm"]) {
    console.log(`${name}: ${{ native, wasm }[name].toFixed(0)} ms, ${parts[name].toFixed(2)} of it; goal ${kGoals[name]}: ${verdict(parts[name] <= kGoals[name])}`);
  }
  const points = await growth();
  for (const { size, nanoseconds, memory } of points) {
    console.log(`${(size / 1000).toFixed(0).padStart(6)} KB: ${nanoseconds.toFixed(1)} ns a byte; memory ${(memory / 2 ** 20).toFixed(0)} MiB, ${((memory - kSpare) / size).toFixed(1)} bytes a byte beside 4 MiB`);
  }
  const grown = points.at(-1).nanoseconds / points[0].nanoseconds;
  const most = Math.max(...points.map(({ size, memory }) => (memory - kSpare) / size));
  console.log(`time a byte grows to ${grown.toFixed(2)} times; goal ${kGoals.growth}: ${verdict(grown <= kGoals.growth)}`);
  console.log(`memory is at most ${most.toFixed(1)} bytes a byte and 4 MiB; goal ${kGoals.memory}: ${verdict(most <= kGoals.memory)}`);

  writeFileSync(inRoot("docs/images/performance-ratios.svg"), drawBars("Time, as a part of what stock Gumbo takes to parse (less is better)", [["stock Gumbo, parse only", 1], ["Pith in Node, all", parts.wasm], ["Pith native, all", parts.native]]));
  writeFileSync(inRoot("docs/images/performance-growth.svg"), drawCurve("Nanoseconds a byte, by the size of the page", points.map(({ size, nanoseconds }) => [size, nanoseconds])));
  return parts.native <= kGoals.native && parts.wasm <= kGoals.wasm && grown <= kGoals.growth && most <= kGoals.memory ? 0 : 1;
}
