// npm run coverage: which lines of wasm/ the tests of the core reach. Fails where it is less than nine in ten.
//
// usage: npm run coverage

import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";

import { buildPreset } from "../../scripts/cmake.mjs";
import { run } from "../../scripts/commands.mjs";
import { inRoot, kRoot } from "../../scripts/layout.mjs";
import { setUp } from "../../scripts/setup.mjs";
import { runMain, step } from "../../scripts/steps.mjs";
import { addReport, percent, summary, total } from "./lines.mjs";

const kLeast = 90; // percent
const kObjectsAtATime = 40;

/** What can be reached natively: not the bindings, which only WebAssembly has, nor what training uses. */
const isOurs = (file) => file.startsWith(inRoot("wasm/")) && !/\/wasm\/(tools|embind\.cpp|c_api\.cpp)/.test(file);

const below = (folder, ending) => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(ending)).map((file) => path.join(folder, file));

/** The native command over our own pages, in every format. */
function replay(folder) {
  const pages = below(inRoot("tests/pages"), "page.html");
  for (const flags of [["--format", "ndjson", "--explain"], ["--format", "html"], ["--front-matter"], ["--format=text", "--plain"], ["--limit", "work=5000"], ["--help"], ["--version"], ["--nonsense"]]) {
    spawnSync(path.join(folder, "wasm/pith"), [...flags, ...pages], { stdio: "ignore" });
  }
}

function readCounts(folder) {
  const counts = new Map();
  const objects = below(folder, ".gcda").filter((file) => file.includes("pith_core.dir") || file.includes("pith_gumbo.dir") || file.includes("pith_cli.dir"));
  for (let at = 0; at < objects.length; at += kObjectsAtATime) {
    const { stdout } = spawnSync("gcov", ["--json-format", "--stdout", ...objects.slice(at, at + kObjectsAtATime)], { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 30 });
    for (const line of stdout.split("\n")) if (line !== "") addReport(JSON.parse(line), counts, isOurs);
  }
  return counts;
}

async function main() {
  await setUp(["build", "test"]);
  const folder = await step("core that counts", () => buildPreset("coverage"));
  for (const file of below(folder, ".gcda")) rmSync(file);
  await step("tests of the core", () => run("ctest", ["--test-dir", folder, "--output-on-failure", "--no-tests=error"], { cwd: kRoot }));
  await step("our own pages", () => replay(folder));
  const files = summary(readCounts(folder));
  const all = total(files);
  console.log("Below 90 %:");
  for (const file of files.filter((each) => each.reached < 0.9 * each.lines)) console.log(`${percent(file).padStart(6)} %  ${path.relative(kRoot, file.file)} (${file.lines - file.reached} of ${file.lines} lines not reached)`);
  console.log(`\n${percent(all)} % of ${all.lines} lines in ${files.length} files`);
  return all.lines > 0 && all.reached * 100 >= kLeast * all.lines ? 0 : 1;
}

await runMain(import.meta.filename, main);
