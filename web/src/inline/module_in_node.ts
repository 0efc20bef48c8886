import { messageOf, PithError } from "../errors.js";

/** In place of module.ts where the package is used by `require`: compiles the `pith.wasm` that lies beside the script. */
export function compileInlineWasm(): WebAssembly.Module {
  try {
    return new WebAssembly.Module(process.getBuiltinModule("node:fs").readFileSync(new URL("./pith.wasm", import.meta.url)));
  } catch (error) {
    throw new PithError("load-failed", `cannot compile the WebAssembly module: ${messageOf(error)}`, { cause: error });
  }
}
