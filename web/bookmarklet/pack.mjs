// Raw deflate, as small as the tools at hand make it.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateRawSync } from "node:zlib";

/**
 * @param {Uint8Array} bytes
 * @param {string} cache a folder for results: zopfli takes seconds
 * @returns {Promise<{packed: Buffer, packer: string}>}
 */
export async function pack(bytes, cache) {
  const packed = await withZopfli(bytes, cache);
  if (packed !== undefined) return { packed, packer: "zopfli" };
  return { packed: packQuickly(bytes), packer: "zlib, since there is no zopfli (apt install zopfli)" };
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
