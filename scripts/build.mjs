// npm run build: everything that users get, in the order in which one thing needs another.
//
// usage: npm run build [-- --verbose]

import { buildPreset } from "./cmake.mjs";
import { run } from "./commands.mjs";
import { kRoot } from "./layout.mjs";
import { describeVersions, setUp, versionsInUse } from "./setup.mjs";
import { runMain, step } from "./steps.mjs";

const node = (...args) => (options) => run(process.execPath, args, { cwd: kRoot, ...options });

/** Builds the native command alone: dist/native/pith. */
export function buildNative({ verbose = false } = {}) {
  return step("native core", () => buildPreset("release", { verbose }));
}

/** The package holds the WebAssembly core; extension, bookmarklet and demo bundle the package's sources and the core. */
const kLaterSteps = [
  ["WebAssembly core", (options) => buildPreset("wasm", options)],
  ["npm package", node("web/build.mjs")],
  ["extension", node("extension/build.mjs")],
  ["bookmarklet", node("web/bookmarklet/build.mjs")],
  ["demo", node("web/demo/build.mjs")],
];

/** Builds everything that users get. */
export async function buildAll({ verbose = false } = {}) {
  await buildNative({ verbose });
  for (const [name, work] of kLaterSteps) await step(name, () => work({ verbose }));
}

async function main(argv) {
  const options = { verbose: argv.includes("--verbose") };
  await setUp(["build"], options);
  process.stderr.write(`${describeVersions(versionsInUse())}\n`);
  await buildAll(options);
}

await runMain(import.meta.filename, main);
