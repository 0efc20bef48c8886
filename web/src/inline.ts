import { createCore, type Core } from "./core.js";
import { compileInlineWasm } from "./inline/module.js";
import { toCoreOptions } from "./options.js";
import { checkPage, type PageInput } from "./page.js";
import type { Article, ExtractOptions } from "./types.js";

export { PithError, type PithErrorCode } from "./errors.js";
export type { PageInput } from "./page.js";
export type { Article, ArticleNode, ExtractOptions, OutputName, PageType, PageTypeGuess, Removal } from "./types.js";

/**
 * Extracts the article of an HTML page without waiting: the core is part of this script, and starts at the first call.
 * @param page text, or bytes in any encoding: a byte order mark, `options.charset` and the page's `<meta>` are honoured
 * @throws PithError
 * @example
 * const { title, markdown } = extract(document.documentElement.outerHTML, { url: document.URL });
 */
export function extract(page: PageInput, options?: ExtractOptions): Article {
  return run(checkPage(page, "page"), options, false);
}

/**
 * Extracts the article of plain text whose blocks are lines, such as the text of a page copied from a browser.
 * @throws PithError
 */
export function extractText(text: PageInput, options?: ExtractOptions): Article {
  return run(checkPage(text, "text"), options, true);
}

let shared: Core | undefined;

function run(page: string | Uint8Array, options: ExtractOptions | undefined, plain: boolean): Article {
  const forCore = toCoreOptions(options, plain);
  shared ??= createCore(compileInlineWasm());
  return JSON.parse(shared.extractJson(page, forCore)) as Article;
}
