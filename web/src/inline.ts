import { createCore } from "./core.js";
import type { Extractor } from "./extractor.js";
import { compileInlineWasm } from "./inline/module.js";
import type { PageInput } from "./page.js";
import { extractorOf } from "./run.js";
import type { ArticleWith, DefaultOutputs, ExtractOptions, OutputName } from "./types.js";

export { PithError, type PithErrorCode } from "./errors.js";
export type { LivePage, PageInput } from "./page.js";
export type * from "./types.js";

/**
 * Extracts the article of a page without waiting: the core is part of this script, and starts at the first call.
 * @param page text, bytes in any encoding (a byte order mark, `options.charset` and the page's `<meta>` are honoured), a document or an
 *   element of one
 * @throws PithError
 * @example
 * const { title, markdown } = extract(document);
 */
export function extract<const Outputs extends readonly OutputName[] = DefaultOutputs>(page: PageInput, options?: ExtractOptions<Outputs>): ArticleWith<Outputs> {
  return sharedExtractor().extract(page, options);
}

/**
 * Extracts the article of plain text whose blocks are lines, such as the text of a page copied from a browser.
 * @throws PithError
 */
export function extractText<const Outputs extends readonly OutputName[] = DefaultOutputs>(text: PageInput, options?: ExtractOptions<Outputs>): ArticleWith<Outputs> {
  return sharedExtractor().extractText(text, options);
}

/**
 * Whether a page is likely to have an article, told from its text and tags alone.
 * @throws PithError
 */
export function isProbablyReadable(page: PageInput, options?: ExtractOptions): boolean {
  return sharedExtractor().isProbablyReadable(page, options);
}

let shared: Extractor | undefined;

function sharedExtractor(): Extractor {
  return (shared ??= extractorOf(createCore(compileInlineWasm())));
}
