import type { CoreOptions } from "../../../wasm/embind.js";
import { badInput, checkNames, checkObject, PithError } from "../errors.js";
import { bytesOf } from "../page.js";
import { abortedBy, onAbort } from "../signal.js";
import { longestTimer, type PageLimits, type PoolOptions } from "./options.js";
import { startThread, type Thread } from "./thread.js";

const optionNames = Object.keys({ size: true, timeout: true, signal: true, wasm: true, worker: true } satisfies Record<keyof PoolOptions, true>);
const limitNames = Object.keys({ signal: true, timeout: true, transfer: true } satisfies Record<keyof PageLimits, true>);

/** A pool of workers that gives the core's own JSON. */
export interface JsonPool {
  readonly size: number;
  run(page: Uint8Array | string, options: CoreOptions, limits?: PageLimits): Promise<string>;
  close(): void;
}

interface Job {
  readonly page: Uint8Array | string;
  readonly options: CoreOptions;
  readonly transfer: boolean;
  readonly timeout: number | undefined;
  /** Fulfilled when the job is done, in whichever way. */
  readonly settled: Promise<void>;
  /** Rejects when the page is to be given up. */
  readonly stopped: Promise<never>;
  stop(reason: unknown): void;
  resolve(json: string): void;
  reject(error: unknown): void;
}

/** Makes a pool. No worker starts before there is a page for it. */
export function createJsonPool(options: PoolOptions = {}): JsonPool {
  checkObject(options, "options");
  checkNames(options, optionNames, "options");
  const size = options.size ?? processors();
  if (!(Number.isSafeInteger(size) && size > 0)) throw badInput("options.size", "a positive whole number", size);
  checkTimeout(options.timeout, "options.timeout");
  const waiting = new Set<Job>();
  const running = new Set<Job>();
  const idle: Thread[] = [];
  let threads = 0;
  let closed: unknown;

  function run(page: Uint8Array | string, core: CoreOptions, limits: PageLimits = {}): Promise<string> {
    checkObject(limits, "limits");
    checkNames(limits, limitNames, "limits");
    checkTimeout(limits.timeout, "limits.timeout");
    if (closed !== undefined) return Promise.reject(closed);
    const { signal } = limits;
    if (signal?.aborted === true) return Promise.reject(abortedBy(signal));
    return new Promise<string>((resolve, reject) => {
      const job = createJob(page, core, limits.transfer === true, limits.timeout ?? options.timeout, resolve, reject);
      const unlisten = onAbort(signal, () => giveUp(job, abortedBy(signal)));
      void job.settled.then(unlisten);
      waiting.add(job);
      startWaiting();
    });
  }

  function giveUp(job: Job, reason: unknown): void {
    if (waiting.delete(job)) job.reject(reason);
    else job.stop(reason);
  }

  function startWaiting(): void {
    for (const job of waiting) {
      if (idle.length === 0 && threads >= size) return;
      waiting.delete(job);
      running.add(job);
      void serve(job).finally(() => {
        running.delete(job);
        startWaiting();
      });
    }
  }

  /** A worker that ended while it had nothing to do costs no page. */
  function takeIdle(): Thread | undefined {
    for (let thread = idle.pop(); thread !== undefined; thread = idle.pop()) {
      if (!thread.isLost()) return thread;
      discard(thread);
    }
    return undefined;
  }

  /** Ends a worker, also one that is lost: in browsers it may live on behind its error. */
  function discard(thread: Thread): void {
    thread.end();
    threads--;
  }

  /** Has a worker do the job. Only a worker that answered is kept: any other is ended, and the next page starts a new one. */
  async function serve(job: Job): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let thread = takeIdle();
    try {
      if (thread === undefined) {
        thread = startThread(options.wasm, options.worker);
        threads++;
        await Promise.race([thread.started, job.stopped]);
      }
      const page = typeof job.page === "string" ? job.page : bytesOf(job.page, "page"); // another job may have handed them over meanwhile
      if (job.timeout !== undefined && job.timeout <= longestTimer) timer = setTimeout(() => job.stop(timeoutError(job)), job.timeout);
      const transfer = job.transfer && typeof page !== "string" ? [page.buffer as ArrayBuffer] : [];
      const answer = await Promise.race([thread.ask({ kind: "extract", page, options: job.options }, transfer), job.stopped]);
      if (closed === undefined) idle.push(thread);
      else discard(thread);
      if (answer.kind === "done") job.resolve(answer.json);
      else if (answer.kind === "failed") job.reject(new PithError(answer.code, answer.message));
    } catch (error) {
      if (thread !== undefined) discard(thread);
      job.reject(error);
    } finally {
      clearTimeout(timer);
    }
  }

  function close(reason: unknown = new PithError("closed", "the pool was closed")): void {
    if (closed !== undefined) return;
    closed = reason;
    for (const job of [...waiting, ...running]) giveUp(job, reason);
    for (const thread of idle.splice(0)) thread.end();
    unlisten();
  }

  const abort = () => close(abortedBy(options.signal));
  const unlisten = onAbort(options.signal, abort);
  if (options.signal?.aborted === true) abort();
  return { size, run, close: () => close() };
}

function createJob(
  page: Uint8Array | string,
  options: CoreOptions,
  transfer: boolean,
  timeout: number | undefined,
  resolve: (json: string) => void,
  reject: (error: unknown) => void,
): Job {
  let stop: (reason: unknown) => void = () => {};
  const stopped = new Promise<never>((_, fail) => (stop = fail));
  stopped.catch(() => {}); // a page that is given up before anyone waits for it
  let settle: () => void = () => {};
  const settled = new Promise<void>((done) => (settle = done));
  return {
    page,
    options,
    transfer,
    timeout,
    stopped,
    stop,
    settled,
    resolve: (json) => (settle(), resolve(json)),
    reject: (error) => (settle(), reject(error)),
  };
}

function timeoutError({ page, timeout }: Job): PithError {
  return new PithError("timeout", `a page of ${page.length} ${typeof page === "string" ? "characters" : "bytes"} took longer than ${timeout} ms`);
}

/** Web platforms all have `navigator.hardwareConcurrency`; Node 20 has not. */
function processors(): number {
  if (typeof navigator === "object" && navigator.hardwareConcurrency > 0) return navigator.hardwareConcurrency;
  if (typeof process === "object" && typeof process.getBuiltinModule === "function") return process.getBuiltinModule("node:os").availableParallelism();
  return 1;
}

function checkTimeout(value: number | undefined, argument: string): void {
  if (value !== undefined && (typeof value !== "number" || !(value > 0))) throw badInput(argument, "a number above 0", value);
}
