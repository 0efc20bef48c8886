import { createCore, type Core } from "./core.js";
import { loadWasm } from "./load.js";
import { toCoreOptions } from "./options.js";
import { checkPage, type PageInput } from "./page.js";
import type { Article, ExtractOptions } from "./types.js";
import type { WasmSource } from "./wasm-source.js";

export { PithError, type PithErrorCode } from "./errors.js";
export type { PageInput } from "./page.js";
export type { Article, ArticleNode, ExtractOptions, Limits, OutputName, PageType, PageTypeGuess, Removal } from "./types.js";
export type { WasmSource } from "./wasm-source.js";

/** Extraction without waiting, once the core is loaded. */
export interface Extractor {
  /** As the function `extract`, but synchronous. */
  extract(page: PageInput, options?: ExtractOptions): Article;
  /** As the function `extractText`, but synchronous. */
  extractText(text: PageInput, options?: ExtractOptions): Article;
}

/**
 * Loads the core for synchronous use.
 * @param source where the WebAssembly module comes from; by default the `pith.wasm` of this package
 * @throws PithError `load-failed`
 */
export async function createExtractor(source?: WasmSource): Promise<Extractor> {
  const core = createCore(await loadWasm(source));
  return {
    extract: (page, options) => run(core, checkPage(page, "page"), options, false),
    extractText: (text, options) => run(core, checkPage(text, "text"), options, true),
  };
}

/**
 * Extracts the article of an HTML page. The core is loaded at the first call.
 * @param page text, or bytes in any encoding: a byte order mark, `options.charset` and the page's `<meta>` are honoured
 * @throws PithError as a rejection
 * @example
 * const { title, markdown } = await extract(await response.text(), { url: response.url });
 */
export async function extract(page: PageInput, options?: ExtractOptions): Promise<Article> {
  return (await sharedExtractor()).extract(page, options);
}

/**
 * Extracts the article of plain text whose blocks are lines, such as the text of a page copied from a browser.
 * @throws PithError as a rejection
 */
export async function extractText(text: PageInput, options?: ExtractOptions): Promise<Article> {
  return (await sharedExtractor()).extractText(text, options);
}

let shared: Promise<Extractor> | undefined;

function sharedExtractor(): Promise<Extractor> {
  shared ??= createExtractor().catch((error: unknown) => {
    shared = undefined; // a network failure must not outlive its call
    throw error;
  });
  return shared;
}

function run(core: Core, page: string | Uint8Array, options: ExtractOptions | undefined, plain: boolean): Article {
  return JSON.parse(core.extractJson(page, toCoreOptions(options, plain))) as Article;
}
