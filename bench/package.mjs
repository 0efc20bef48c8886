// npm run bench -- --package [--rounds=N] [--page=FILE]: the package against Readability.js on jsdom, in the same run, and its memory over many pages.
// npm run bench -- --package --pages=N [--corpora DIR]: instead, both warm over many real pages, to HTML and text, which is what both have.
//
// Ratios are what counts: times differ from machine to machine. Exit code 1 where a goal is missed.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { inRoot, kRoot } from "../scripts/layout.mjs";
import { runMain } from "../scripts/steps.mjs";
import { median, realPages } from "./sample.mjs";

const kPageBytes = 100_000;
const kRounds = 7;
const kWarmCalls = { pith: 60, readability: 5 };
const kGoals = { cold: 10, warm: 30, pages: 50 };
/** How often each page is read, after once to warm up; the least counts. */
const kPasses = 3;
const kManyExtractions = 10_000;
/** Of resident memory, between a fifth of the run and its end: V8's heap breathes by some MiB, one page kept for each call would be far more. */
const kMostGrowth = 1.05;

/** A page of 100 KB, made of the news page of our own: what stands in its article again and again. */
export function makePage(bytes = kPageBytes) {
  const page = readFileSync(inRoot("tests/pages/article--news/page.html"), "utf8");
  const [head, rest] = splitAt(page, page.indexOf("<p>", page.indexOf("</figure>")));
  const [body, tail] = splitAt(rest, rest.indexOf("</article>"));
  let middle = body;
  for (let round = 1; head.length + middle.length + tail.length < bytes; round++) middle += body.replaceAll("<p>", `<p>${round}. `);
  return head + middle + tail;
}

const splitAt = (text, at) => [text.slice(0, at), text.slice(at)];

/** Programs, each run in a process of its own; they print milliseconds. `PAGE` is the page's file. */
const programs = {
  pith: `import { readFileSync } from "node:fs";
    const page = readFileSync(process.argv[1]);
    const { extract } = await import(${JSON.stringify(inRoot("dist/package/index.js"))});
    const once = () => extract(page, { url: "https://pages.example/" });`,
  readability: `import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    const page = readFileSync(process.argv[1]);
    const load = createRequire(${JSON.stringify(inRoot("bench/package.mjs"))});
    const { JSDOM } = load("jsdom");
    const { Readability } = load("@mozilla/readability");
    const once = () => new Readability(new JSDOM(page, { url: "https://pages.example/" }).window.document).parse();`,
};

/** Milliseconds, by the clock and of processor time: from the process's start to the first result, and of a call once warm. */
function measure(name, file) {
  const calls = kWarmCalls[name];
  const program = `${programs[name]}
    if (!(await once()).title) throw new Error("no article");
    const used = (before) => { const { user, system } = process.cpuUsage(before); return (user + system) / 1000; };
    const [cold, coldProcessor, before] = [performance.now(), used(), process.cpuUsage()];
    const times = [];
    for (let i = 0; i < ${calls}; i++) { const from = performance.now(); await once(); times.push(performance.now() - from); }
    times.sort((a, b) => a - b);
    console.log(JSON.stringify({ cold, warm: times[${calls} >> 1], "cold, processor": coldProcessor, "warm, processor": used(before) / ${calls} }));`;
  return JSON.parse(runProgram(program, file));
}

/** Milliseconds from a process's start to its program's first line, which nothing that runs in Node is spared. */
const measureNode = () => Number(runProgram(`import "node:fs"; console.log(performance.now());`, []));

/** Resident memory at a fifth and at the end of many extractions, in bytes. */
function measureMemory(file) {
  const program = `${programs.pith}
    let early;
    for (let i = 0; i < ${kManyExtractions}; i++) {
      await once();
      if (i === ${kManyExtractions / 5}) { globalThis.gc(); early = process.memoryUsage.rss(); }
    }
    globalThis.gc();
    console.log(JSON.stringify({ early, late: process.memoryUsage.rss() }));`;
  return JSON.parse(runProgram(program, file, ["--expose-gc"]));
}

/** Milliseconds of each page, null where it has no article; one process for all. */
function measurePages(name, files) {
  const read = {
    pith: `const { createExtractor } = await import(${JSON.stringify(inRoot("dist/package/index.js"))});
      const extractor = await createExtractor();
      const read = (page) => extractor.extract(page, { url: "https://pages.example/", outputs: ["html", "text"] });`,
    readability: `const load = (await import("node:module")).createRequire(${JSON.stringify(inRoot("bench/package.mjs"))});
      const { JSDOM, VirtualConsole } = load("jsdom");
      const { Readability } = load("@mozilla/readability");
      const read = (page) => {
        const { window } = new JSDOM(page, { url: "https://pages.example/", virtualConsole: new VirtualConsole() });
        const article = new Readability(window.document).parse();
        window.close();
        return article;
      };`,
  }[name];
  const program = `import { readFileSync } from "node:fs";
    ${read}
    const pages = process.argv.slice(1).map((file) => readFileSync(file));
    const times = pages.map(() => Infinity);
    for (let pass = 0; pass <= ${kPasses}; pass++) {
      pages.forEach((page, at) => {
        const from = performance.now();
        let article;
        try {
          article = read(page);
        } catch {}
        if (!article) times[at] = null;
        else if (pass > 0 && times[at] !== null) times[at] = Math.min(times[at], performance.now() - from);
      });
    }
    console.log(JSON.stringify(times));`;
  return JSON.parse(runProgram(program, files));
}

function runProgram(program, files, flags = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, "--input-type=module", "-e", program, ...[files].flat()], { cwd: kRoot, encoding: "utf8" });
  if (status !== 0) throw new Error(`a measured program failed: ${stderr}`);
  return stdout;
}

const range = (values, digits) => `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

/** Measures both in turns, so that what else the machine does meets both. @returns whether every goal was met */
export function benchPackage(file, { rounds = kRounds } = {}) {
  const found = Array.from({ length: rounds }, () => ({ node: measureNode(), pith: measure("pith", file), readability: measure("readability", file) }));
  let met = true;
  for (const kind of ["cold", "warm", "cold, processor", "warm, processor"]) {
    const ratios = found.map(({ pith, readability }) => readability[kind] / pith[kind]);
    const of = (name) => `${range(found.map((round) => round[name][kind]), 1)} ms`;
    const goal = kGoals[kind.split(",")[0]];
    const reached = median(ratios) >= goal;
    if (kind in kGoals) met &&= reached;
    console.log(`${kind}: pith ${of("pith")}, jsdom + Readability ${of("readability")}: ratio ${range(ratios, 1)}; goal ${goal}: ${reached ? "met" : "missed"}`);
  }
  const without = found.map(({ node, pith, readability }) => (readability.cold - node) / (pith.cold - node));
  console.log(`of it Node's own start: ${range(found.map(({ node }) => node), 1)} ms; cold without it: ratio ${range(without, 1)}`);
  return met;
}

/** Both warm over many pages; what one of them reads nothing from is left out. @returns whether the goal was met */
export function benchPages(files) {
  const [pith, readability] = ["pith", "readability"].map((name) => measurePages(name, files));
  const both = files.map((_, at) => at).filter((at) => pith[at] !== null && readability[at] !== null);
  const [ours, theirs] = [pith, readability].map((times) => both.reduce((sum, at) => sum + times[at], 0));
  const ratios = both.map((at) => readability[at] / pith[at]);
  const reached = theirs / ours >= kGoals.pages;
  console.log(
    `${both.length} of ${files.length} pages: pith ${ours.toFixed(0)} ms, jsdom + Readability ${theirs.toFixed(0)} ms together: ratio ${(theirs / ours).toFixed(1)}; ` +
      `by page ${range(ratios, 1)}; goal ${kGoals.pages}: ${reached ? "met" : "missed"}`,
  );
  return reached;
}

/** @returns whether memory stayed where it was */
export function benchMemory(file) {
  const { early, late } = measureMemory(file);
  const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  const flat = late <= early * kMostGrowth;
  console.log(`memory: ${megabytes(early)} after ${kManyExtractions / 5} extractions, ${megabytes(late)} after ${kManyExtractions}: ${flat ? "flat" : "grows"}`);
  return flat;
}

/** Medians over several processes of each kind; the median and, in parentheses, the range. */
export function main(argv) {
  const valueOf = (name) => argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  if (valueOf("pages") !== undefined) return benchPages(realPages(argv, Number(valueOf("pages")))) ? 0 : 1;
  const folder = mkdtempSync(path.join(tmpdir(), "pith-bench-"));
  try {
    const file = valueOf("page") ?? path.join(folder, "page.html");
    if (valueOf("page") === undefined) writeFileSync(file, makePage());
    const rounds = Number(valueOf("rounds") ?? kRounds);
    const fast = benchPackage(file, { rounds });
    return benchMemory(inRoot("tests/pages/article--news/page.html")) && fast ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runMain(import.meta.filename, main);
