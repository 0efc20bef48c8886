// Two ways to pack: raw deflate, which browsers unpack by themselves, as small as the tools at hand make it; and tighter by a seventh, for which
// the bookmark carries what unpacks it.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateRawSync } from "node:zlib";
import { predicted } from "./predictor.js";

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

/** Packs so that `unpack` of unpack_model.js gives the bytes back. */
export function packTightly(bytes) {
  const packed = [];
  let low = 0;
  let high = 0xffffffff;
  let at = 0;
  predicted(bytes.length, (likely) => {
    const set = (bytes[at >> 3] >> (7 - (at & 7))) & 1;
    at++;
    const middle = low + Math.floor((high - low) / 65536) * likely;
    if (set) high = middle;
    else low = middle + 1;
    for (; (low ^ high) >>> 24 === 0; low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0) packed.push(high >>> 24);
    return set;
  });
  // The decoder looks four bytes ahead.
  return Buffer.from([...packed, high >>> 24, (high >>> 16) & 255, (high >>> 8) & 255, high & 255, 0, 0, 0, 0]);
}
