import type { AbortState } from "../signal.js";
import type { WasmSource } from "../wasm-source.js";

/** Milliseconds that timers can count, 24.8 days; they fire at once for more. */
export const longestTimer = 2 ** 31 - 1;

/** A `Worker` of the web; as with signals, its own type is not there for every program. */
export interface WebWorker {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  terminate(): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "messageerror", listener: () => void): void;
  addEventListener(type: "error", listener: (event: { readonly message: string; preventDefault(): void }) => void): void;
}

export interface PoolOptions {
  /** Workers at most; they start when there is work for them. Default: one a processor. */
  readonly size?: number;
  /**
   * Milliseconds that a page may take; then its worker is replaced and the page fails as `timeout`. Default, and above 24 days: no limit. What
   * its worker takes to start does not count; one that has not started after a minute fails its page as `worker-failed`.
   */
  readonly timeout?: number;
  /** Closes the pool when it aborts: what is not done fails as `aborted`. */
  readonly signal?: AbortState;
  /** Where each worker gets the WebAssembly module from; by default the `pith.wasm` of this package. */
  readonly wasm?: WasmSource;
  /** Makes a worker of this package's `pith/worker-script`, where a bundler needs to see that in the program's own code. */
  readonly worker?: () => WebWorker;
}

/** What holds for one page alone. */
export interface PageLimits {
  /** Gives the page up; what is already at work on it is ended. The rejection is `aborted`, the signal's reason its cause. */
  readonly signal?: AbortState;
  /** As the pool's `timeout`. */
  readonly timeout?: number;
  /** Hands the page's bytes over instead of copying them: the caller's view is empty afterwards. */
  readonly transfer?: boolean;
}
