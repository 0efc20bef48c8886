// Two ways to pack: raw deflate, which browsers unpack by themselves, as small as the tools at hand make it; and tighter by a tenth, for which
// the bookmark carries what unpacks it (wasm/unpack).

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateRawSync } from "node:zlib";

/** As pack.cpp has it. */
const mostPacked = 2 ** 18;

/**
 * @param {Uint8Array} bytes
 * @param {string} cache a folder for results: zopfli takes seconds
 * @returns {Promise<Buffer>}
 */
export async function pack(bytes, cache) {
  const packed = await withZopfli(bytes, cache);
  return packed ?? packQuickly(bytes); // where there is no zopfli
}

/** For tests, and for parts of the whole in the size table. */
export function packQuickly(bytes) {
  return deflateRawSync(bytes, { level: 9, memLevel: 9 });
}

async function withZopfli(bytes, cache) {
  const input = join(cache, createHash("sha256").update(bytes).digest("hex").slice(0, 16));
  const output = `${input}.deflate`;
  const known = await readFile(output).catch(() => undefined);
  if (known !== undefined) return known;
  await mkdir(cache, { recursive: true });
  await writeFile(input, bytes);
  try {
    await promisify(execFile)("zopfli", ["--deflate", "--i15", input]);
    return await readFile(output);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  } finally {
    await rm(input, { force: true });
  }
}

const wasmOf = (name) => readFileSync(new URL(`../../build/wasm/${name}.wasm`, import.meta.url));

/** The module that undoes `packTightly`; it goes before what is packed. */
export function unpacker() {
  return wasmOf("pith_unpack");
}

/** Packs so that `unpack` of unpack_model.js gives the bytes back. */
export function packTightly(bytes) {
  const { memory, place, pack } = new WebAssembly.Instance(new WebAssembly.Module(wasmOf("pith_pack"))).exports;
  const at = place();
  if (bytes.length > mostPacked) throw new Error(`${bytes.length} bytes are more than wasm/unpack/pack.cpp has room for`);
  new Uint8Array(memory.buffer).set(bytes, at);
  const length = pack(bytes.length);
  return Buffer.from(memory.buffer.slice(at + mostPacked, at + mostPacked + length));
}
