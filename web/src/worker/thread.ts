import { messageOf, PithError } from "../errors.js";
import type { WasmSource } from "../wasm-source.js";
import { isAnswer, type Answer, type Request } from "./messages.js";
import type { WebWorker } from "./options.js";

/** Milliseconds that a worker may take to load the core. A page that waits for it is not to blame, so its own time does not run yet. */
const startLimit = 60_000;

/** One worker, which takes one request at a time. */
export interface Thread {
  /** Fulfilled when the core is loaded; a rejection where that fails, or takes longer than any network should. */
  readonly started: Promise<void>;
  /**
   * Hands a request over.
   * @returns a rejection only where the worker is lost: PithError `worker-failed`; or `bad-input` where the request cannot be sent
   */
  ask(request: Request, transfer?: readonly ArrayBuffer[]): Promise<Answer>;
  /** Whether it ended by itself. */
  isLost(): boolean;
  /** Ends it, whatever it does. */
  end(): void;
}

/** The little that web workers and Node's threads have in common. */
interface Port {
  send(request: Request, transfer: readonly ArrayBuffer[]): void;
  end(): void;
  /** Whether the program must wait for it. */
  hold(busy: boolean): void;
}

interface Refs {
  ref(): void;
  unref(): void;
}

interface Listener {
  answered(value: unknown): void;
  lost(reason: string): void;
}

/** Starts a worker; `create` makes the web worker where a bundler needs to see that in the program's own code. */
export function startThread(wasm: WasmSource | undefined, create?: () => WebWorker): Thread {
  let settle: { resolve(answer: Answer): void; reject(error: PithError): void } | undefined;
  let loss: PithError | undefined;

  function lose(message: string): void {
    loss ??= new PithError("worker-failed", message);
    settle?.reject(loss);
    settle = undefined;
  }

  const port = open(create, {
    answered(value) {
      const asked = settle;
      settle = undefined;
      port.hold(false);
      if (isAnswer(value)) asked?.resolve(value);
      else asked?.reject(new PithError("worker-failed", "the worker sent what is no answer; is it Pith's?"));
    },
    lost: (reason) => lose(`the worker ended: ${reason}`),
  });

  function ask(request: Request, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (loss !== undefined) return reject(loss);
      settle = { resolve, reject };
      port.hold(true);
      try {
        port.send(request, transfer);
      } catch (error) {
        const what = request.kind === "start" ? "options.wasm" : "page";
        reject(new PithError("bad-input", `${what} cannot be sent to a worker: ${messageOf(error)}`, { cause: error }));
      }
    });
  }

  const source = wasm instanceof URL ? String(wasm) : wasm; // an URL cannot be cloned
  const startTimer = setTimeout(() => lose(`the worker did not start within ${startLimit / 1000} s`), startLimit);
  const started = ask({ kind: "start", wasm: source })
    .then((answer) => {
      if (answer.kind === "failed") throw new PithError(answer.code, answer.message);
    })
    .finally(() => clearTimeout(startTimer));
  started.catch(() => {}); // whoever waits for it is told

  function end(): void {
    clearTimeout(startTimer); // a web worker that is ended says nothing more
    port.end();
  }

  return { started, ask, isLost: () => loss !== undefined, end };
}

function open(create: (() => WebWorker) | undefined, listener: Listener): Port {
  try {
    return create !== undefined || typeof Worker === "function" ? openWebWorker(create, listener) : openNodeThread(listener);
  } catch (error) {
    throw new PithError("worker-failed", `cannot start a worker: ${messageOf(error)}`, { cause: error });
  }
}

function openWebWorker(create: (() => WebWorker) | undefined, listener: Listener): Port {
  // Written out in full: bundlers find the worker by this very expression.
  const worker: WebWorker = create?.() ?? new Worker(new URL("./worker_script.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", (event) => listener.answered(event.data));
  worker.addEventListener("messageerror", () => listener.lost("its answer could not be read"));
  worker.addEventListener("error", (event) => {
    event.preventDefault(); // Deno would end the program
    listener.lost(event.message || "its script could not be run");
  });
  return {
    send: (request, transfer) => worker.postMessage(request, [...transfer]),
    end: () => worker.terminate(),
    hold: (busy) => (busy ? (worker as Partial<Refs>).ref?.() : (worker as Partial<Refs>).unref?.()), // Bun's have it
  };
}

function openNodeThread(listener: Listener): Port {
  const { Worker: NodeThread } = process.getBuiltinModule("node:worker_threads");
  const thread = new NodeThread(new URL("./worker_script.js", import.meta.url), { execArgv: [] }); // not `--eval`'s
  thread.on("message", listener.answered);
  thread.on("error", (error) => listener.lost(messageOf(error)));
  thread.on("exit", (code) => listener.lost(`exit code ${code}`));
  return {
    send: (request, transfer) => thread.postMessage(request, transfer),
    end: () => void thread.terminate(),
    hold: (busy) => (busy ? thread.ref() : thread.unref()),
  };
}
