// npm run bench -- --instructions [--renew]: how many instructions each stage takes over some of our own pages, as callgrind counts them, and
// whether that is within bench/instructions.json. Unlike times, counts hardly differ from run to run. They do differ from compiler to
// compiler, so the budgets name the one that they were counted with.

import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { buildPreset } from "../scripts/cmake.mjs";
import { ask, findProgram, run } from "../scripts/commands.mjs";
import { inRoot, kRoot } from "../scripts/layout.mjs";

const kBudgets = inRoot("bench/instructions.json");
/** Of a budget: what a change may add without anybody's leave. */
const kMostGrowth = 1.03;
const kPages = ["article--news", "construct--code", "construct--footnotes", "construct--images", "construct--math", "docs--code-and-tables", "forum--thread"];
export const kHowToRenew = "where that is meant: npm run bench -- --instructions --renew";

/** Why nothing can be counted here; undefined where it can. */
export function missing() {
  return findProgram("valgrind") === undefined ? "valgrind is not installed" : undefined;
}

/** What the native core is compiled with, without the name that it was called by. */
function compilerOf(folder) {
  const compiler = /^CMAKE_CXX_COMPILER:\w+=(.*)$/m.exec(readFileSync(path.join(folder, "CMakeCache.txt"), "utf8"))[1];
  return ask(compiler, ["--version"]).split("\n")[0].replace(`${path.basename(compiler)} `, "");
}

/**
 * Builds the program that runs the stages and counts.
 * @returns {Promise<{compiler: string, stages: Record<string, number>}>} instructions of each stage over all pages
 */
export async function countInstructions() {
  const build = await buildPreset("release");
  await run("cmake", ["--build", build, "--target", "pith_stages"], { cwd: kRoot });
  const folder = await mkdtemp(path.join(tmpdir(), "pith-instructions-"));
  try {
    const pages = kPages.map((name) => `tests/pages/${name}/page.html`);
    const flags = ["--quiet", "--tool=callgrind", "--toggle-collect=MeasuredStage", "--dump-after=MeasuredStage", `--callgrind-out-file=${folder}/out`];
    const output = await run("valgrind", [...flags, path.join(build, "pith_stages"), ...pages], { cwd: kRoot });
    const names = output.trim().split("\n");
    const totals = await totalsIn(folder, names.length);
    return { compiler: compilerOf(build), stages: Object.fromEntries(names.map((name, index) => [name, totals[index]])) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of each part that callgrind wrote: out.1, out.2 and so on, one for each time that the function ended. */
async function totalsIn(folder, count) {
  const files = await readdir(folder);
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      if (!files.includes(`out.${index + 1}`)) throw new Error(`callgrind wrote ${files.join(", ")}: part ${index + 1} of ${count} is missing`);
      return Number(/^(?:totals|summary): (\d+)/m.exec(await readFile(path.join(folder, `out.${index + 1}`), "utf8"))[1]);
    }),
  );
}

export const readBudgets = () => JSON.parse(readFileSync(kBudgets, "utf8"));

/**
 * What is over its budget, and what has none, in words.
 * @param {Record<string, number>} stages
 * @param {Record<string, number>} budgets
 */
export function overBudget(stages, budgets) {
  return Object.entries(stages).flatMap(([name, count]) => {
    if (!(name in budgets)) return [`${name} has no budget`];
    if (count <= budgets[name] * kMostGrowth) return [];
    return [`${name} takes ${count} instructions, ${((count / budgets[name] - 1) * 100).toFixed(1)} % more than ${budgets[name]}`];
  });
}

/** The stages as a table, each beside its budget and its part of the whole. */
export function describe(stages, budgets) {
  return Object.entries(stages).map(([name, count]) => {
    const growth = name in budgets ? `${((count / budgets[name] - 1) * 100).toFixed(1).padStart(6)} %` : "  no budget";
    return `${name.padEnd(16)}${String(count).padStart(11)}${growth}${((count / stages.extract) * 100).toFixed(1).padStart(8)} % of extract`;
  });
}

/** @returns the exit code */
export async function main(argv) {
  const why = missing();
  if (why !== undefined) {
    console.error(`instructions: ${why}`);
    return 1;
  }
  const { compiler, stages } = await countInstructions();
  if (argv.includes("--renew")) writeFileSync(kBudgets, `${JSON.stringify({ compiler, stages }, null, 2)}\n`);
  const budgets = readBudgets();
  console.log([...describe(stages, budgets.stages), `counted with ${compiler}; budgets with ${budgets.compiler}`].join("\n"));
  const over = overBudget(stages, budgets.stages);
  if (over.length > 0) console.log([...over, kHowToRenew].join("\n"));
  return over.length === 0 ? 0 : 1;
}
