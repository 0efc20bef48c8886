import { createCore, type Core } from "./core.js";
import type { Extractor } from "./extractor.js";
import { loadWasm } from "./load.js";
import { markupOf, type Page, type PageInput, type ServerResponse } from "./page.js";
import { coreOptionsOf, extractorOf, pageOf, run } from "./run.js";
import { untilAborted, type AbortState } from "./signal.js";
import type { ArticleWith, DefaultOutputs, ExtractOptions, OutputName } from "./types.js";
import type { WasmSource } from "./wasm-source.js";

export { PithError, type PithErrorCode } from "./errors.js";
export type { LivePage, PageInput, ServerResponse } from "./page.js";
export type { AbortState } from "./signal.js";
export type { Extractor } from "./extractor.js";
export type * from "./types.js";
export type { WasmSource } from "./wasm-source.js";

/** What can be told while a page is waited for. */
export interface AsyncOptions<Outputs extends readonly OutputName[] = readonly OutputName[]> extends ExtractOptions<Outputs> {
  /**
   * Aborts while the core is loaded or the response's body is read, whose rest is cancelled: the promise is rejected at once with a
   * PithError `aborted`. Extraction itself is one synchronous call that takes milliseconds, which no signal interrupts.
   */
  readonly signal?: AbortState;
}

/**
 * Loads the core for synchronous use.
 * @param source where the WebAssembly module comes from; by default the `pith.wasm` of this package
 * @throws PithError `load-failed`
 */
export async function createExtractor(source?: WasmSource): Promise<Extractor> {
  return extractorOf(createCore(await loadWasm(source)));
}

/**
 * Extracts the article of a page. The core is loaded at the first call.
 * @param page text, bytes in any encoding (a byte order mark, `options.charset` and the page's `<meta>` are honoured), a document or an
 *   element of one, or the response of a server, whose address, encoding and kind (HTML or plain text) count where the options are silent
 * @throws PithError as a rejection
 * @example
 * const { title, markdown } = await extract(await fetch("https://example.org/"));
 */
export async function extract<const Outputs extends readonly OutputName[] = DefaultOutputs>(page: PageInput | ServerResponse, options?: AsyncOptions<Outputs>): Promise<ArticleWith<Outputs>> {
  const [core, read] = await whenReady(pageOf(page, "page", options), options);
  return run(core, read, options);
}

/**
 * Extracts the article of plain text whose blocks are lines, such as the text of a page copied from a browser.
 * @throws PithError as a rejection
 */
export async function extractText<const Outputs extends readonly OutputName[] = DefaultOutputs>(
  text: PageInput | ServerResponse,
  options?: AsyncOptions<Outputs>,
): Promise<ArticleWith<Outputs>> {
  const [core, read] = await whenReady(pageOf(text, "text", options), options);
  return run(core, { ...read, plain: true }, options);
}

/**
 * Whether a page is likely to have an article, told from its text and tags alone: about fifty times as fast as `extract`.
 * @throws PithError as a rejection
 */
export async function isProbablyReadable(page: PageInput | ServerResponse, options?: AsyncOptions): Promise<boolean> {
  const [core, read] = await whenReady(pageOf(markupOf(page), "page", options), options);
  return core.isProbablyReadable(read.content, coreOptionsOf(read, options));
}

/** The core and the page, when both are there. */
function whenReady(page: Promise<Page>, options: AsyncOptions | undefined): Promise<[Core, Page]> {
  return untilAborted(Promise.all([sharedCore(), page]), options?.signal);
}

let shared: Promise<Core> | undefined;

function sharedCore(): Promise<Core> {
  shared ??= loadWasm().then(createCore).catch((error: unknown) => {
    shared = undefined; // a network failure must not outlive its call
    throw error;
  });
  return shared;
}
