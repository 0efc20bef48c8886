import type { Core } from "./core.js";
import type { Extractor } from "./extractor.js";
import { toCoreLimits } from "./limits.js";
import { rangeUnits, toCoreOptions } from "./options.js";
import { isResponse, markupOf, readPage, readResponse, type Page } from "./page.js";
import { checkSignal, type AbortState } from "./signal.js";
import type { ArticleWith, ExtractOptions, OutputName } from "./types.js";

/** An extractor over a core that starts at the first call. */
export function extractorOf(core: Core): Extractor {
  const extractor: Omit<Extractor, typeof Symbol.dispose> = {
    extract: (page, options) => run(core, readPage(page, "page"), options),
    extractText: (text, options) => run(core, { ...readPage(text, "text"), plain: true }, options),
    isProbablyReadable: (page, options) => {
      const read = readPage(markupOf(page), "page");
      return core.isProbablyReadable(read.content, coreOptionsOf(read, options));
    },
    free: () => core.free(),
  };
  return Object.assign(extractor, Symbol.dispose !== undefined && { [Symbol.dispose]: extractor.free }) as Extractor;
}

/** Extracts a page that was read. What the options say outranks what the page's source says. */
export function run<Outputs extends readonly OutputName[]>(core: Core, page: Page, options: ExtractOptions<Outputs> | undefined): ArticleWith<Outputs> {
  return core.extract(page.content, coreOptionsOf(page, options)) as ArticleWith<Outputs>;
}

export function coreOptionsOf(page: Page, options: ExtractOptions | undefined): ReturnType<typeof toCoreOptions> {
  const forCore = toCoreOptions(options, page.plain);
  const unit = page.snapshot || forCore.ranges === 0 ? "none" : typeof page.content === "string" ? "utf16" : "bytes";
  return { ...forCore, ranges: rangeUnits.indexOf(unit), url: forCore.url || (page.url ?? ""), charset: forCore.charset || (page.charset ?? ""), snapshot: page.snapshot ?? false };
}

/** Reads a page that may have to be waited for; a signal that is aborted meanwhile ends it. */
export async function pageOf(page: unknown, argument: string, options: (ExtractOptions & { readonly signal?: AbortState }) | undefined): Promise<Page> {
  checkSignal(options?.signal);
  return isResponse(page) ? readResponse(page, toCoreLimits(options?.limits).bytes, options?.signal) : readPage(page, argument);
}
