// npm run hostile: every hostile shape through both cores, within the promise of docs/security.md.
//
// usage: npm run hostile [-- --size KILOBYTES] [--shape PART] [--all]
//   --size   how large the pages are; by default 8192, and a million of each element for the nests
//   --shape  only shapes whose name contains PART
//   --all    print every shape, not only the ten slowest and the ten largest

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import { runMain } from "../../scripts/steps.mjs";
import { createWasmMeasurer, measureNative } from "./measure.mjs";
import { brokenPromises, kPromise } from "./promise.mjs";
import { kShapes, pageOf } from "./shapes.mjs";

const kMillion = 1_000_000;

/** A shape through both cores: what each took, and which promises did not hold. */
export async function runShape(shape, size, { folder, wasm }) {
  const page = pageOf(shape, size);
  const seconds = 3 * ((kPromise.milliseconds * page.length) / 2 ** 20 + kPromise.floorMilliseconds) / 1000;
  const native = measureNative(page, shape.options, folder, seconds);
  const result = { name: shape.name, size: page.length, native, wasm: await wasm.measure(page, shape.options, seconds) };
  return { ...result, broken: brokenPromises(result) };
}

/** All shapes, one after the other. `sizeOf` gives each its size. */
export async function runShapes(shapes, sizeOf, each = () => {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "pith-hostile-"));
  const wasm = createWasmMeasurer();
  const results = [];
  try {
    for (const shape of shapes) {
      const result = await runShape(shape, sizeOf(shape), { folder, wasm });
      delete result.native.json;
      delete result.wasm.json;
      results.push(result);
      each(result);
    }
  } finally {
    wasm.close();
    rmSync(folder, { recursive: true });
  }
  return results;
}

const perMegabyte = ({ milliseconds }, size) => (milliseconds / (size / 2 ** 20)).toFixed(0);
const perByte = ({ bytes }, size) => (bytes / size).toFixed(1);

function row({ name, size, native, wasm }) {
  const cells = [native, wasm].flatMap((each) => (each.failed ? [each.failed, "", ""] : [perMegabyte(each, size), perByte(each, size), (each.outputBytes / size).toFixed(2)]));
  return `| ${name} | ${size} | ${cells.join(" | ")} |`;
}

function table(title, results) {
  const head = "| shape | bytes | native ms/MB | memory/byte | output/byte | wasm ms/MB | memory/byte | output/byte |\n|---|---|---|---|---|---|---|---|";
  return `${title}\n\n${head}\n${results.map(row).join("\n")}\n`;
}

async function main(argv) {
  const { values } = parseArgs({ args: argv, options: { size: { type: "string" }, shape: { type: "string" }, all: { type: "boolean" } } });
  const size = Number(values.size ?? 8192) * 1024;
  const shapes = kShapes.filter(({ name }) => values.shape === undefined || name.includes(values.shape));
  if (shapes.length === 0) throw new Error(`no shape's name contains ${values.shape}`);
  const sizeOf = ({ unit }) => (values.size === undefined && unit !== undefined ? unit * kMillion : size);
  const results = await runShapes(shapes, sizeOf, ({ name, broken }) => {
    for (const promise of broken) console.log(`${name}: ${promise}`);
  });
  const worst = (measure) => results.toSorted((a, b) => measure(b) - measure(a)).slice(0, 10);
  const slowest = ({ native, wasm, size: bytes }) => Math.max(native.milliseconds, wasm.milliseconds ?? Infinity) / bytes;
  const largest = ({ native, size: bytes }) => native.bytes / bytes;
  const big = (measure) => (result) => (result.size < 2 ** 16 ? 0 : measure(result)); // what is tiny has no rate
  console.log(values.all ? table("All shapes", results) : `${table("The slowest", worst(big(slowest)))}\n${table("The largest", worst(big(largest)))}`);
  const broken = results.filter((result) => result.broken.length > 0);
  console.log(`${results.length} shapes, ${broken.length} of them past a promise`);
  return broken.length > 0 ? 1 : 0;
}

await runMain(import.meta.filename, main);
