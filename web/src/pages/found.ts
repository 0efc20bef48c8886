import type { PithError } from "../errors.js";
import type { ExtractOptions } from "../types.js";

/** Where a page was found. */
export interface Place {
  /** The input as it was given, or the path of a file below it. */
  readonly file: string;
  /** Number of the page within a file that holds many, counted from 1. */
  readonly page?: number;
  /** The page's address, where the input says it. */
  readonly source?: string;
}

/** A page that was found, or an `error` in place of one that could not be read. `Pool.extractAll` takes it as it is. */
export type FoundPage = Place & (FoundContent | { readonly error: PithError });

interface FoundContent {
  readonly content: Uint8Array | string;
  /** It is plain text whose blocks are lines, as a server said. */
  readonly plain?: boolean;
  readonly options: ExtractOptions;
}
