import type { WasmSource } from "../wasm-source.js";

export interface PoolOptions {
  /** Workers at most; they start when there is work for them. Default: one a processor. */
  readonly size?: number;
  /** Milliseconds that a page may take; then its worker is replaced and the page fails as `timeout`. Default: no limit. */
  readonly timeout?: number;
  /** Closes the pool when it aborts. */
  readonly signal?: AbortSignal;
  /** Where each worker gets the WebAssembly module from; by default the `pith.wasm` of this package. */
  readonly wasm?: WasmSource;
  /** Makes a worker of this package's `pith/worker-script`, where a bundler needs to see that in the program's own code. */
  readonly worker?: () => Worker;
}

/** What holds for one page alone. */
export interface PageLimits {
  /** Gives the page up; what is already at work on it is ended. The rejection is the signal's reason. */
  readonly signal?: AbortSignal;
  /** As the pool's `timeout`. */
  readonly timeout?: number;
  /** Hands the page's bytes over instead of copying them: the caller's view is empty afterwards. */
  readonly transfer?: boolean;
}
