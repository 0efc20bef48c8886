// One page after the other through the WebAssembly core, each in a fresh instance, whose memory is measured.

import { parentPort } from "node:worker_threads";

import { createInstance } from "./wasm_instance.mjs";

function measure({ page, options }) {
  const core = createInstance();
  const started = process.cpuUsage();
  const json = core.extract(page, options);
  const { user, system } = process.cpuUsage(started);
  return { milliseconds: (user + system) / 1000, bytes: core.memoryBytes(), outputBytes: Buffer.byteLength(json), json };
}

parentPort.on("message", (page) => {
  try {
    parentPort.postMessage(measure(page));
  } catch (error) {
    parentPort.postMessage({ failed: error.message });
  }
});
