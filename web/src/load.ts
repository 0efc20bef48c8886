import { messageOf, PithError } from "./errors.js";
import type { WasmSource } from "./wasm-source.js";

/**
 * Gets and compiles the core's WebAssembly module; without a source the `pith.wasm` that lies beside this file.
 * Fails with a PithError `load-failed`.
 */
export async function loadWasm(source?: WasmSource): Promise<WebAssembly.Module> {
  // Written out in full: bundlers find the file by this very expression.
  const from = source ?? new URL("./pith.wasm", import.meta.url);
  try {
    if (from instanceof WebAssembly.Module) return from;
    if (typeof from === "string" || from instanceof URL) return await compileFrom(from);
    return await WebAssembly.compile(from as BufferSource);
  } catch (error) {
    const place = typeof from === "string" || from instanceof URL ? ` from ${from}` : "";
    throw new PithError("load-failed", `cannot load the WebAssembly module${place}: ${messageOf(error)}`, { cause: error });
  }
}

async function compileFrom(address: string | URL): Promise<WebAssembly.Module> {
  if (String(address).startsWith("file:")) {
    const bytes = await readLocalFile(new URL(address));
    if (bytes !== undefined) return WebAssembly.compile(bytes);
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  // Servers that do not know .wasm send another type, which compileStreaming refuses.
  const streams = response.headers.get("content-type")?.split(";")[0]?.trim() === "application/wasm";
  if (streams && "compileStreaming" in WebAssembly) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** `undefined` in browsers. Not an `import("node:fs")`: bundlers for browsers would stumble over it. */
async function readLocalFile(address: URL): Promise<BufferSource | undefined> {
  if (typeof process !== "object" || typeof process.getBuiltinModule !== "function") return undefined;
  return process.getBuiltinModule("node:fs/promises").readFile(address);
}
