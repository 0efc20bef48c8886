// The worker of a pool: a module worker in browsers, Deno and Bun, a worker thread in Node.

import { createCore, type Core } from "./core.js";
import { messageOf, PithError } from "./errors.js";
import { loadWasm } from "./load.js";
import type { Answer, Request } from "./worker/messages.js";

let core: Core | undefined;

async function answer(request: Request): Promise<Answer> {
  try {
    if (request.kind === "start") {
      core = createCore(await loadWasm(request.wasm));
      return { kind: "started" };
    }
    if (core === undefined) throw new PithError("load-failed", "the worker was given a page before it was started");
    return { kind: "done", json: core.extractJson(request.page, request.options) };
  } catch (error) {
    return { kind: "failed", code: error instanceof PithError ? error.code : "trap", message: messageOf(error) };
  }
}

/** Node's threads have no `postMessage` of their own. */
if (typeof postMessage === "function") {
  globalThis.addEventListener("message", (event: MessageEvent<Request>) => {
    void answer(event.data).then((given) => globalThis.postMessage(given));
  });
} else {
  const port = process.getBuiltinModule("node:worker_threads").parentPort;
  port?.on("message", (request: Request) => {
    void answer(request).then((given) => port.postMessage(given));
  });
}
