import { extract } from "./inline.js";
import { takeByline } from "./readability/byline.js";
import { buildContent } from "./readability/content.js";
import { copyPage, inertDocument } from "./readability/copy.js";
import { defaultVideoRegex, hideEmbeds, showEmbed } from "./readability/embeds.js";
import { readMetadata } from "./readability/metadata.js";
import type { ReadabilityOptions } from "./readability/options.js";
import { expectedBlocks, restoreBlocks } from "./readability/restore.js";
import { directionOf, firstParagraph } from "./readability/source.js";
import type { Removal } from "./types.js";

export type { ReadabilityOptions } from "./readability/options.js";
export { isProbablyReaderable, type ReaderableOptions } from "./readability/readerable.js";

/** What `parse` gives, field by field as Readability names them. */
export interface ReadabilityArticle<T = string> {
  title: string;
  byline: string | null;
  dir: string | null;
  lang: string | null;
  /** The article as HTML, or what `serializer` made of it. */
  content: T;
  /** The text of `content`, its blocks parted by line breaks. */
  textContent: string;
  /** UTF-16 code units of `textContent`. */
  length: number;
  /** `undefined` where neither the metadata nor a paragraph has one. */
  excerpt: string | undefined;
  siteName: string | null;
  publishedTime: string | null;
}

/**
 * Pith in the form of Readability.js, for programs that were written for that. Other than there, the document stays as it is.
 * @example
 * const article = new Readability(document).parse();
 */
export class Readability<T = string> {
  readonly #page: Document;
  readonly #options: ReadabilityOptions<T>;

  /** @param page a browser's document, or one of jsdom or linkedom */
  constructor(page: Document, options?: ReadabilityOptions<T>);
  /** @deprecated The form of old, whose first argument is not looked at. */
  constructor(uri: unknown, page: Document, options?: ReadabilityOptions<T>);
  constructor(first: unknown, second?: unknown, third?: ReadabilityOptions<T>) {
    const [page, options] = isDocument(second) ? [second, third] : [first, second as ReadabilityOptions<T> | undefined];
    if (!isDocument(page)) throw new Error("First argument to Readability constructor should be a document object.");
    this.#page = page;
    this.#options = options ?? {};
  }

  /**
   * Extracts the article.
   * @returns `null` where the page has none
   * @throws Error on a page with more elements than `maxElemsToParse`
   */
  parse(): ReadabilityArticle<T> | null {
    const page = this.#page;
    const options = this.#options;
    refuseLargePage(page, options.maxElemsToParse || 0);

    const inert = inertDocument(page);
    const root = copyPage(page, inert);
    const base = page.baseURI || addressOf(page);
    const metadata = readMetadata(page, options.disableJSONLD !== true);
    const byline = metadata.byline ?? takeByline(root);
    const embeds = hideEmbeds(root, options.allowedVideoRegex ?? defaultVideoRegex, base);
    const doctype = page.compatMode === "BackCompat" ? "" : "<!DOCTYPE html>";
    const { tree = "", removed = [], warnings } = extract(doctype + root.outerHTML, { url: addressOf(page), outputs: ["tree"], explain: true });

    const here = page.baseURI === page.documentURI ? (addressOf(page).split("#")[0] ?? "") : "";
    const { outer, body, blocks } = buildContent(inert, tree, here, (source) => showEmbed(source, embeds, base));
    const expected = warnings.includes("text-from-data") ? [] : expectedBlocks(removed, !body.hasChildNodes(), metadata.title);
    restoreBlocks(body, blocks, expected);
    if (options.debug) tellRemovals(removed, expected);
    if (!body.hasChildNodes()) return null;

    const textContent = outer.textContent ?? "";
    const serializer = options.serializer ?? ((element: Node) => (element as Element).innerHTML as T);
    return {
      title: metadata.title,
      byline,
      dir: directionOf(root, body),
      lang: page.documentElement.getAttribute("lang"),
      content: serializer(outer),
      textContent,
      length: textContent.length,
      excerpt: metadata.excerpt ?? firstParagraph(root, body),
      siteName: metadata.siteName,
      publishedTime: metadata.publishedTime,
    };
  }
}

function isDocument(value: unknown): value is Document {
  return typeof value === "object" && value !== null && "documentElement" in value && Boolean(value.documentElement);
}

function refuseLargePage(page: Document, limit: number): void {
  const count = page.querySelectorAll("*").length;
  if (limit > 0 && count > limit) throw new Error(`Aborting parsing document; ${count} elements found`);
}

function tellRemovals(removed: readonly Removal[], restored: readonly Removal[]): void {
  for (const removal of removed) {
    if (!restored.includes(removal)) console.log("Reader: (Readability)", `removed ${removal.reason} ${removal.score.toFixed(2)}: ${removal.text}`);
  }
}

/** The page's own address; `<base>` is in the page and the core reads it there. */
function addressOf(page: Document): string {
  const address = page.documentURI ?? page.URL ?? "";
  return /^https?:/.test(address) ? address : "";
}
