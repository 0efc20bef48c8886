import { base64, size } from "../../../build/wasm/pith_core.wasm";
import { messageOf, PithError } from "../errors.js";
import { decodeLzma } from "./lzma.js";

/**
 * Compiles the core's WebAssembly module from the bytes in this script, without waiting for anything.
 * Fails with a PithError `load-failed`, for one where a page's policy forbids WebAssembly.
 */
export function compileInlineWasm(): WebAssembly.Module {
  try {
    return new WebAssembly.Module(decodeLzma(decodeBase64(base64), size));
  } catch (error) {
    throw new PithError("load-failed", `cannot compile the WebAssembly module: ${messageOf(error)}`, { cause: error });
  }
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < characters.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
