// The engine as plain JavaScript, for pages whose policy refuses WebAssembly: binaryen's wasm2js.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const features = ["--enable-bulk-memory", "--enable-sign-ext", "--enable-nontrapping-float-to-int"];

/**
 * @param {Uint8Array} wasm
 * @returns {Promise<string>} a module that exports what the WebAssembly module exports, and imports what it imports
 */
export async function strictScript(wasm) {
  const folder = await mkdtemp(join(tmpdir(), "pith-strict-"));
  const input = join(folder, "engine.wasm");
  try {
    await writeFile(input, wasm);
    await promisify(execFile)("wasm2js", [...features, "-Oz", input, "-o", join(folder, "engine.js")]);
    return await readFile(join(folder, "engine.js"), "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
