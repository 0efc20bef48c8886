// A worker of workerd, where no WebAssembly can be compiled from bytes: the module is imported.

import { createExtractor } from "pith";
import wasm from "pith/pith.wasm";
import pages from "pages.json";
import { digestOf } from "./digest.js";

export default {
  async fetch() {
    const { extract } = await createExtractor(wasm);
    return new Response(JSON.stringify({ pith: await digestOf(extract, pages) }));
  },
};
