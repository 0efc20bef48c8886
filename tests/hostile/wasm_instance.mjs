// The built WebAssembly core without the package around it: one instance, whose memory can be measured.

import { readFileSync } from "node:fs";

import createPithModule from "../../build/wasm/pith_core.mjs";
import { coreOptions } from "./core_options.mjs";

let compiled;

const decode = (bytes) => new TextDecoder().decode(bytes);

/** @returns {{extract(page: Uint8Array, options?: object): string, memoryBytes(): number}} `extract` gives the core's JSON */
export function createInstance() {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("../../build/wasm/pith_core.wasm", import.meta.url)));
  let memory;
  const module = {
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(compiled, imports);
      memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
      done(instance, compiled);
      return instance.exports;
    },
  };
  createPithModule(module);
  return {
    extract(page, options) {
      module.input(page.length).set(page);
      const json = decode(module.extract(coreOptions(options)));
      if (options?.textsApart) for (const text of ["html", "markdown", "text"]) decode(module[text]());
      return json;
    },
    memoryBytes: () => memory.buffer.byteLength,
  };
}
