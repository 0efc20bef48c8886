// Native against WebAssembly: the same bytes for every page, over hostile shapes, our own pages, and what a few changes make of them.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { inRoot, kNativeCommand } from "../../scripts/layout.mjs";
import { kShapes, pageOf } from "../hostile/shapes.mjs";
import { createInstance } from "../hostile/wasm_instance.mjs";

const kPieces = ["<", ">", "</p>", "<p>", "<table>", "<b>", "</b>", "&", "&amp;", "&#", "\0", '"', "'", "<!--", "-->", "<svg>", "<math>", "<select>", "\xe9", "<script>", "</script>", "<a href=x>"];
const kPagesAtATime = 200;

/** Numbers that are the same for the same seed. */
export function createRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A page with a few things changed: bytes set, pieces put in, runs left out or repeated. */
export function mutated(page, random) {
  let bytes = page;
  for (let i = random(6); i >= 0; i--) {
    const at = random(bytes.length + 1);
    const end = Math.min(bytes.length, at + random(60));
    const middle = [Buffer.from([random(256)]), Buffer.from(kPieces[random(kPieces.length)], "latin1"), Buffer.alloc(0), bytes.subarray(random(at + 1), at)][random(4)];
    bytes = Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(random(2) === 0 ? at : end)]);
  }
  return bytes;
}

/** What mutation begins with. */
export function seedPages() {
  const folder = inRoot("tests/pages");
  const own = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith("page.html"));
  return [...own.map((file) => readFileSync(path.join(folder, file))), ...kShapes.filter(({ options }) => options.plain !== true).map((shape) => pageOf(shape, 2000))];
}

/** How the native command, asked for NDJSON, tells what the WebAssembly core says of a page; undefined where that leaves decoding to its host. */
function lineOf(file, json) {
  const start = `{"file":${JSON.stringify(file)},`;
  if (!json.startsWith('{"error":')) return start + json.slice(1);
  const { code, message } = JSON.parse(json).error;
  return code === "unsupported-encoding" ? undefined : `${start}"error":${JSON.stringify(message)},"code":${JSON.stringify(code)}}`;
}

function compareSome(pages, folder) {
  const files = pages.map((page, index) => {
    const file = path.join(folder, `${index}.html`);
    writeFileSync(file, page);
    return file;
  });
  const run = (args) => {
    try {
      return execFileSync(kNativeCommand, args, { encoding: "utf8", maxBuffer: 2 ** 30, stdio: ["ignore", "pipe", "ignore"] });
    } catch (error) {
      if (error.status === 1) return error.stdout; // an input was refused, which its line says
      throw error;
    }
  };
  const lines = run(["--format", "ndjson", "--explain", "--url", "https://pier.example/gulls", ...files]).split("\n");
  const core = createInstance();
  const differs = [];
  for (const [index, page] of pages.entries()) {
    const expected = lineOf(files[index], core.extract(page));
    if (expected !== undefined && lines[index] !== expected) differs.push(page);
  }
  return differs;
}

/**
 * Compares the cores over as many pages as wanted, for as long as wanted.
 * @param {{pages?: number, seconds?: number, seed?: number, crashes: string}} options crashes: where pages that differ are stored
 * @returns {{pages: number, differs: string[]}} the stored pages that differ
 */
export function compareCores({ pages = Infinity, seconds = Infinity, seed = 1, crashes }) {
  const random = createRandom(seed);
  const seeds = seedPages();
  const folder = mkdtempSync(path.join(tmpdir(), "pith-cores-"));
  const end = performance.now() + seconds * 1000;
  const differs = [];
  let compared = 0;
  try {
    while (compared < pages && performance.now() < end) {
      const count = Math.min(kPagesAtATime, pages - compared);
      const some = Array.from({ length: count }, (_, index) => {
        const page = seeds[(compared + index) % seeds.length];
        return compared + index < seeds.length ? page : mutated(page, random);
      });
      for (const page of compareSome(some, folder)) {
        mkdirSync(crashes, { recursive: true });
        differs.push(path.join(crashes, `differs-${seed}-${compared}-${differs.length}.html`));
        writeFileSync(differs.at(-1), page);
      }
      compared += count;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { pages: compared, differs };
}
