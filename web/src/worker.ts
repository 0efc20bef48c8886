import { checkObject, messageOf, PithError } from "./errors.js";
import { readPage, type PageInput } from "./page.js";
import { coreOptionsOf } from "./run.js";
import type { Article, ArticleWith, DefaultOutputs, ExtractOptions, OutputName } from "./types.js";
import { inOrder } from "./worker/in_order.js";
import type { PageLimits, PoolOptions } from "./worker/options.js";
import { createJsonPool } from "./worker/pool.js";

export { PithError, type PithErrorCode } from "./errors.js";
export type { LivePage, PageInput } from "./page.js";
export type * from "./types.js";
export type { AbortState } from "./signal.js";
export type { PageLimits, PoolOptions, WebWorker } from "./worker/options.js";
export type { WasmSource } from "./wasm-source.js";

/** One of many pages; `plain`: text whose blocks are lines. `error` in place of `content` is for what could not be read; it comes out as it is. */
export type PoolPage =
  | { readonly content: PageInput; readonly plain?: boolean; readonly options?: ExtractOptions; readonly error?: undefined }
  | { readonly content?: undefined; readonly error: PithError };

/** What became of a page. */
export type Outcome<Page> =
  | { readonly page: Page; readonly article: Article; readonly error?: undefined }
  | { readonly page: Page; readonly article?: undefined; readonly error: PithError };

/** Workers that extract, several pages at a time. */
export interface Pool {
  /** Workers at most. */
  readonly size: number;
  /**
   * As `extract` of `pith`, in a worker. A page that hangs or kills its worker costs itself alone.
   * @throws PithError as a rejection: also `timeout`, `worker-failed`, `closed`, and `aborted` by `limits.signal`
   */
  extract<const Outputs extends readonly OutputName[] = DefaultOutputs>(page: PageInput, options?: ExtractOptions<Outputs>, limits?: PageLimits): Promise<ArticleWith<Outputs>>;
  /** As `extractText` of `pith`, in a worker. */
  extractText<const Outputs extends readonly OutputName[] = DefaultOutputs>(text: PageInput, options?: ExtractOptions<Outputs>, limits?: PageLimits): Promise<ArticleWith<Outputs>>;
  /**
   * Extracts any number of pages, and gives what became of each in the order of the pages, as soon as that is known. A page that
   * fails is an outcome, not an error. Pages are taken only as fast as outcomes are read, at most four a worker ahead.
   * @throws whatever the pages break off with, after the outcomes of those before
   */
  extractAll<Page extends PoolPage>(pages: Iterable<Page> | AsyncIterable<Page>, limits?: PageLimits): AsyncGenerator<Outcome<Page>, void, void>;
  /** Ends all workers. Pages that are not done fail as `closed`. */
  close(): void;
}

/** Pages that are read ahead of the outcomes, for each worker: so that a slow page does not idle the other workers. */
export const pagesAhead = 4;

/**
 * Makes a pool of workers: module workers where there are some, worker threads in Node.
 * @throws PithError `bad-input`
 * @example
 * const pool = createPool({ timeout: 10_000 });
 * const { markdown } = await pool.extract(page, { url: "https://example.org/" });
 * pool.close();
 */
export function createPool(options: PoolOptions = {}): Pool {
  const pool = createJsonPool(options);

  async function run<Outputs extends readonly OutputName[]>(
    page: PageInput,
    extract: ExtractOptions<Outputs> | undefined,
    limits: PageLimits | undefined,
    plain: boolean,
  ): Promise<ArticleWith<Outputs>> {
    checkNoLimits(extract);
    const read = { ...readPage(page, plain ? "text" : "page"), ...(plain && { plain }) };
    return JSON.parse(await pool.run(read.content, coreOptionsOf(read, extract), limits)) as ArticleWith<Outputs>;
  }

  async function outcomeOf<Page extends PoolPage>(page: Page, limits: PageLimits | undefined): Promise<Outcome<Page>> {
    try {
      checkObject(page, "page");
      if (page.error !== undefined) return { page, error: page.error };
      return { page, article: await run(page.content, page.options, limits, page.plain === true) };
    } catch (error) {
      // Only what a page does where it is asked for its content comes from elsewhere.
      return { page, error: error instanceof PithError ? error : new PithError("bad-input", `page cannot be read: ${messageOf(error)}`, { cause: error }) };
    }
  }

  return {
    size: pool.size,
    extract: (page, extract, limits) => run(page, extract, limits, false),
    extractText: (text, extract, limits) => run(text, extract, limits, true),
    extractAll: (pages, limits) => inOrder(pages, (page) => outcomeOf(page, limits), pool.size * pagesAhead),
    close: pool.close,
  };
}

/** Among the options a limit would have no effect, and nobody would notice. */
function checkNoLimits(options: (ExtractOptions & PageLimits) | undefined): void {
  for (const name of ["signal", "timeout", "transfer"] as const) {
    if (options?.[name] !== undefined) throw new PithError("bad-input", `options.${name} is a limit of the pool's: it belongs in the argument after the options`);
  }
}
