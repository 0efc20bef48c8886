// npm run fuzz: builds the fuzz targets and runs each for a while, or until it finds something.
//
// usage: npm run fuzz -- [SECONDS [TARGET…]]     SECONDS of CPU time for each target (of `cores`: by the clock), by default 60;
//                                                all targets, or those named
//
// What is found stands in build/fuzz/crashes/TARGET. To see one again: build/fuzz/tests/fuzz/TARGET_fuzz FILE; for the target `cores`,
// which compares native and WebAssembly, run both commands on FILE.

import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { buildPreset } from "../../scripts/cmake.mjs";
import { run } from "../../scripts/commands.mjs";
import { inRoot } from "../../scripts/layout.mjs";
import { setUp } from "../../scripts/setup.mjs";
import { runMain, step } from "../../scripts/steps.mjs";
import { compareCores } from "./cores.mjs";

/** Each target with the folder of its seeds; `html`: its inputs are pages, for the dictionary. */
export const kTargets = {
  extract: { seeds: "pages", html: true },
  parse: { seeds: "pages", html: true },
  plain: { seeds: "pages" },
  decode: { seeds: "pages" },
  snapshot: { seeds: "snapshots" },
  json: { seeds: "json" },
  url: { seeds: "urls" },
  rules: { seeds: "rules" },
};

const kBinaries = inRoot("build/fuzz/tests/fuzz");
const kCrashes = inRoot("build/fuzz/crashes");

/** The last counts that libFuzzer printed: how many inputs it ran and how many edges they covered. */
export function countsIn(output) {
  const last = (pattern) => Number(Array.from(output.matchAll(pattern)).at(-1)?.[1] ?? 0);
  return { executions: Math.max(last(/^#(\d+)/gm), last(/stat::number_of_executed_units:\s+(\d+)/g)), coverage: last(/ cov: (\d+)/g) };
}

const kTicksPerSecond = 100; // of /proc, on every Linux
const kPollMilliseconds = 500;

/** CPU seconds that a running process took so far, its own and the kernel's for it: fields 14 and 15 of proc(5)'s stat, behind the name in brackets. */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / kTicksPerSecond;
}

/** Ends a fuzzer when it had its CPU time, so that other programs on the machine do not shorten a run. SIGUSR1 is libFuzzer's word for a graceful end. */
function endAfter(child, seconds) {
  let taken = 0;
  const timer = setInterval(() => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    taken = cpuSeconds(child.pid);
    if (taken >= seconds) child.kill("SIGUSR1");
  }, kPollMilliseconds);
  return () => (clearInterval(timer), taken);
}

// The time-out is by the clock, and on a busy machine an input of milliseconds can take half a minute: what hangs hangs for longer.
function runTarget(name, seconds) {
  const { seeds, html } = kTargets[name];
  const corpus = inRoot("build/fuzz/corpus", name), crashes = path.join(kCrashes, name);
  for (const folder of [corpus, crashes]) mkdirSync(folder, { recursive: true });
  const before = new Set(readdirSync(crashes));
  const args = ["-max_len=8192", "-timeout=300", "-rss_limit_mb=4096", "-print_final_stats=1", `-artifact_prefix=${crashes}/`,
    ...(html ? [`-dict=${inRoot("tests/fuzz/html.dict")}`] : []), corpus, path.join(kBinaries, "seeds", seeds)];
  return new Promise((resolve) => {
    const child = spawn(path.join(kBinaries, `${name}_fuzz`), args, { stdio: ["ignore", "ignore", "pipe"] });
    const stop = endAfter(child, seconds);
    const chunks = [];
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("close", (code) => {
      const taken = stop();
      const output = Buffer.concat(chunks).toString("utf8");
      const found = readdirSync(crashes).filter((file) => !before.has(file)).map((file) => path.join(crashes, file));
      resolve({ name, seconds: taken, ...countsIn(output), found, failed: code !== 0, output });
    });
  });
}

function runCores(seconds) {
  const { pages, differs } = compareCores({ seconds, seed: Date.now() >>> 0, crashes: path.join(kCrashes, "cores") });
  return { name: "cores", seconds, executions: pages, coverage: "-", found: differs, failed: differs.length > 0, output: "" };
}

async function main(argv) {
  const seconds = Number(argv[0] ?? 60);
  const names = argv.length > 1 ? argv.slice(1) : [...Object.keys(kTargets), "cores"];
  const unknown = names.filter((name) => name !== "cores" && !Object.hasOwn(kTargets, name));
  if (!(seconds > 0) || unknown.length > 0) throw new Error(`usage: npm run fuzz -- [SECONDS [TARGET…]], TARGET one of ${Object.keys(kTargets).join(", ")}, cores`);
  await setUp(["build", "test", "fuzz"]);
  await step("fuzz targets", () => buildPreset("fuzz"));
  await run(process.execPath, [inRoot("tests/fuzz/seeds.mjs"), path.join(kBinaries, "seeds")]);
  console.log("| target | CPU seconds | executions | edges covered | findings |\n|---|---|---|---|---|");
  let failed = false;
  for (const name of names) {
    const result = name === "cores" ? runCores(seconds) : await runTarget(name, seconds);
    failed ||= result.failed;
    console.log(`| ${name} | ${Math.round(result.seconds)} | ${result.executions} | ${result.coverage} | ${result.found.length} |`);
    for (const file of result.found) console.log(name === "cores" ? `  ${file}` : `  replay: ${path.join(kBinaries, `${name}_fuzz`)} ${file}`);
    if (result.failed && result.output !== "") process.stderr.write(`${result.output.split("\n").slice(-60).join("\n")}\n`);
  }
  return failed ? 1 : 0;
}

await runMain(import.meta.filename, main);
