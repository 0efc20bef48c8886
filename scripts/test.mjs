// npm test: sets up, builds, runs the tests of the core (ctest) and all others (Node's test runner).
//
// usage: npm test [-- PART…]     with PARTs, only the test files whose paths contain one of them, and no ctest

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import path from "node:path";

import { buildAll } from "./build.mjs";
import { buildPreset } from "./cmake.mjs";
import { CommandError, run } from "./commands.mjs";
import { inRoot, kRoot } from "./layout.mjs";
import { describeVersions, setUp, versionsInUse } from "./setup.mjs";
import { runMain, step } from "./steps.mjs";

const kFilesAtATime = 2; // most of the tests drive a browser, which is busy on more than one core
const kHangMilliseconds = 600_000; // ends what hangs; the tests have closer limits of their own

/** Every test file below tests/, in the order of its path. */
export function findTests(parts = []) {
  return readdirSync(inRoot("tests"), { recursive: true })
    .filter((file) => file.endsWith(".test.mjs"))
    .map((file) => path.join("tests", file))
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .sort();
}

/** What ctest says at its end: how many of the tests passed, and which did not. */
export function closingLines(output) {
  const end = output.search(/^\d+% tests passed,/m);
  return end === -1 ? "" : output.slice(end).trim();
}

/** The tests of the core. Their output is shown where one fails; the closing lines are kept for the end. */
async function runCoreTests() {
  await step("core for tests", () => buildPreset("dev"));
  const command = ["--test-dir", inRoot("build/dev"), "--output-on-failure", "--no-tests=error"];
  try {
    const output = await step("tests of the core", () => run("ctest", command, { cwd: kRoot }));
    return { ok: true, closing: closingLines(output) };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stdout.write(error.output);
    return { ok: false, closing: closingLines(error.output) || error.message };
  }
}

async function runNodeTests(files) {
  const args = ["--test", "--test-reporter=spec", `--test-concurrency=${kFilesAtATime}`, `--test-timeout=${kHangMilliseconds}`, ...files];
  const child = spawn(process.execPath, args, { cwd: kRoot, stdio: ["ignore", "inherit", "inherit"] });
  const [code] = await once(child, "close");
  return code === 0;
}

async function main(argv) {
  await setUp(["build", "test"]);
  process.stderr.write(`${describeVersions(versionsInUse())}\n`);
  await buildAll();
  const files = findTests(argv);
  if (files.length === 0) throw new Error(`no test file's path contains ${argv.join(" or ")}`);
  const core = argv.length === 0 ? await runCoreTests() : { ok: true, closing: "" };
  const ok = await runNodeTests(files);
  if (core.closing !== "") console.log(`\nTests of the core (ctest):\n${core.closing}`);
  return ok && core.ok ? 0 : 1;
}

await runMain(import.meta.filename, main);
