import { checkObject } from "../errors.js";

/** What has bytes to give: a `Blob` or a `Response`. */
export interface ByteSource {
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The words that files have beside the article's own. */
export interface ExportWords {
  /** Before the link to the page: "From harbour.example". `{site}` is its name. */
  readonly source: string;
  /** Heading of the highlights. */
  readonly marks: string;
  /** Heading of the table of contents. */
  readonly contents: string;
  /** In place of an image that has no description. */
  readonly image: string;
  /** Title of an article that has none. */
  readonly untitled: string;
}

/** A highlight of the reader view, or of another program. */
export interface MarkedPassage {
  readonly quote: { readonly exact: string };
  /** `""` where there is only the highlight. */
  readonly note: string;
}

export interface ExportOptions {
  /** Highlights and notes: a section at the end. */
  readonly marks?: readonly MarkedPassage[];
  /** English by default. */
  readonly words?: Partial<ExportWords>;
  /** Language in which dates are written; `"en"` by default. */
  readonly locale?: string;
}

export interface PicturedExportOptions extends ExportOptions {
  /**
   * Fetches an image of the article, for example by `fetch`. Without it, or where it rejects, or gives what is no image, the image becomes a link.
   * Images that are in the article as `data:` need none.
   */
  fetchImage?(address: string): Promise<ByteSource>;
  /** Called as images arrive, or turn out not to. */
  onProgress?(done: number, total: number): void;
  /** When the file is made; by default now. The same date gives the same bytes. */
  readonly date?: Date;
}

/** A file to be saved. */
export interface ExportedFile {
  /** Made of the title, with the ending of its kind; no character in it is special to any file system. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Addresses of the images that the file could not take in; it has links in their place. */
  readonly missingImages: readonly string[];
}

const english: ExportWords = {
  source: "From {site}",
  marks: "Highlights and notes",
  contents: "Contents",
  image: "Image",
  untitled: "Untitled page",
};

/** Refuses as `bad-input` what is no article, and what are no options. */
export function checkArguments(article: unknown, options: unknown): void {
  checkObject(article, "article");
  checkObject(options, "options");
}

export function wordsOf(options: ExportOptions): ExportWords {
  return { ...english, ...options.words };
}
