/// <reference lib="esnext.disposable" preserve="true" />

import type { PageInput } from "./page.js";
import type { ArticleWith, DefaultOutputs, ExtractOptions, OutputName } from "./types.js";

/** Extraction without waiting. */
export interface Extractor {
  /** The article of a page. */
  extract<const Outputs extends readonly OutputName[] = DefaultOutputs>(page: PageInput, options?: ExtractOptions<Outputs>): ArticleWith<Outputs>;
  /** The article of plain text whose blocks are lines. */
  extractText<const Outputs extends readonly OutputName[] = DefaultOutputs>(text: PageInput, options?: ExtractOptions<Outputs>): ArticleWith<Outputs>;
  /** Whether a page is likely to have an article, in a fraction of the time that it takes to extract it. */
  isProbablyReadable(page: PageInput, options?: ExtractOptions): boolean;
  /** Gives the core's memory back; the next call starts a fresh core. */
  free(): void;
  /** The same, at the end of a block that says `using`; where the host knows `Symbol.dispose`. */
  [Symbol.dispose](): void;
}
