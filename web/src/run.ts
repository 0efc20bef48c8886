import type { Core } from "./core.js";
import { toCoreOptions } from "./options.js";
import { isResponse, markupOf, readPage, readResponse, type Page, type PageInput } from "./page.js";
import { PithError } from "./errors.js";
import type { Article, ExtractOptions } from "./types.js";

/** Extraction without waiting. */
export interface Extractor {
  /** The article of a page. */
  extract(page: PageInput, options?: ExtractOptions): Article;
  /** The article of plain text whose blocks are lines. */
  extractText(text: PageInput, options?: ExtractOptions): Article;
  /** Whether a page is likely to have an article, in a fraction of the time that it takes to extract it. */
  isProbablyReadable(page: PageInput, options?: ExtractOptions): boolean;
  /** Gives the core's memory back; the next call starts a fresh core. */
  free(): void;
}

/** An extractor over a core that starts at the first call. */
export function extractorOf(core: Core): Extractor {
  return {
    extract: (page, options) => run(core, readPage(page, "page"), options),
    extractText: (text, options) => run(core, { ...readPage(text, "text"), plain: true }, options),
    isProbablyReadable: (page, options) => {
      const read = readPage(markupOf(page), "page");
      return core.isProbablyReadable(read.content, coreOptionsOf(read, options));
    },
    free: () => core.free(),
    ...(Symbol.dispose !== undefined && { [Symbol.dispose]: () => core.free() }),
  };
}

/** Extracts a page that was read. What the options say outranks what the page's source says. */
export function run(core: Core, page: Page, options: ExtractOptions | undefined): Article {
  return JSON.parse(core.extractJson(page.content, coreOptionsOf(page, options))) as Article;
}

export function coreOptionsOf(page: Page, options: ExtractOptions | undefined): ReturnType<typeof toCoreOptions> {
  const forCore = toCoreOptions(options, page.plain);
  return { ...forCore, url: forCore.url || (page.url ?? ""), charset: forCore.charset || (page.charset ?? ""), snapshot: page.snapshot ?? false };
}

/** Reads a page that may have to be waited for; a signal that is aborted meanwhile ends it. */
export async function pageOf(page: unknown, argument: string, signal: AbortSignal | undefined): Promise<Page> {
  checkSignal(signal);
  const read = isResponse(page) ? await readResponse(page) : readPage(page, argument);
  checkSignal(signal);
  return read;
}

/** Throws a PithError `aborted` with the signal's reason as its cause. */
export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new PithError("aborted", "the extraction was aborted", { cause: signal.reason });
}
