import type { CoreOptions } from "../../../wasm/embind.js";
import type { PithErrorCode } from "../errors.js";
import type { WasmSource } from "../wasm-source.js";

/** What a pool tells its workers: first to start, then one page at a time. */
export type Request =
  | { readonly kind: "start"; readonly wasm: WasmSource | undefined }
  | { readonly kind: "extract"; readonly page: Uint8Array | string; readonly options: CoreOptions };

/** What a worker answers, once to each request. */
export type Answer =
  | { readonly kind: "started" }
  | { readonly kind: "done"; readonly json: string }
  | { readonly kind: "failed"; readonly code: PithErrorCode; readonly message: string };

/** Narrows what comes out of a message event. */
export function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && ["started", "done", "failed"].includes((value as Answer).kind);
}
