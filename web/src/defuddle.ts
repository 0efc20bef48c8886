import type { DefuddleOptions } from "./defuddle/options.js";
import { readPageFacts } from "./defuddle/page_facts.js";
import type { DefuddleResponse } from "./defuddle/response.js";
import { documentIn, htmlOf, withoutImages, type DefuddleInput } from "./defuddle/source.js";
import { extract } from "./inline.js";
import type { Article } from "./types.js";

export type { DefuddleOptions } from "./defuddle/options.js";
export type { MetaTag } from "./defuddle/page_facts.js";
export type { DebugRemoval, DefuddleResponse } from "./defuddle/response.js";
export type { DefuddleInput } from "./defuddle/source.js";

/**
 * Pith in the form of the class of `defuddle`, for programs that were written for that.
 * @example
 * const { content, title } = new Defuddle(document, { markdown: true }).parse();
 */
export class DefuddleClass {
  readonly #page: Document;
  readonly #options: DefuddleOptions;

  /** @param page a browser's document, or one of jsdom or linkedom; it stays as it is */
  constructor(page: Document, options: DefuddleOptions = {}) {
    this.#page = page;
    this.#options = options;
  }

  /** Extracts the article. @throws PithError */
  parse(): DefuddleResponse {
    return parsePage(this.#page, this.#options);
  }

  /** As `parse`; nothing is fetched. */
  async parseAsync(): Promise<DefuddleResponse> {
    return this.parse();
  }

  /** Nothing: Pith asks no other service about a page. */
  async fetchAsyncVariables(): Promise<null> {
    return null;
  }
}

export default DefuddleClass;

/**
 * Pith in the form of the function of `defuddle/node`.
 * @param input a document, or the page's HTML
 * @param url the page's address
 * @throws PithError as a rejection
 */
export async function Defuddle(input: DefuddleInput, url?: string, options: DefuddleOptions = {}): Promise<DefuddleResponse> {
  return parsePage(input, url === undefined ? options : { ...options, url });
}

function parsePage(input: DefuddleInput, options: DefuddleOptions): DefuddleResponse {
  const started = performance.now();
  const page = documentIn(input);
  const source = page === undefined ? (input as string) : htmlOf(page, options.contentSelector);
  const url = options.url ?? page?.URL ?? "";
  const article = extract(options.removeImages ? withoutImages(source) : source, {
    url: /^https?:/i.test(url) ? url : "",
    outputs: options.markdown || options.separateMarkdown ? ["html", "markdown"] : ["html"],
    explain: options.debug === true,
  });
  const domain = hostOf(url) || hostOf(article.url ?? "");
  return {
    content: options.markdown ? markdownBody(article) : htmlBody(article),
    ...(options.separateMarkdown && !options.markdown ? { contentMarkdown: markdownBody(article) } : {}),
    title: article.title,
    description: article.excerpt ?? "",
    domain,
    favicon: article.favicon ?? "",
    image: article.image ?? "",
    language: article.lang ?? "",
    published: article.publishedTime ?? "",
    author: article.byline ?? "",
    site: article.siteName ?? domain,
    ...readPageFacts(page ?? source),
    wordCount: article.wordCount,
    parseTime: Math.round(performance.now() - started),
    ...(options.debug ? { debug: { contentSelector: options.contentSelector ?? "", removals: removalsOf(article) } } : {}),
  };
}

/** The article without its header: title and author are fields of their own. */
function htmlBody({ html = "" }: Article): string {
  return html.replace(/^(<article[^>]*>\n?)<header>[^]*?<\/header>\n?/, "$1");
}

/** Headline and author are the first blocks of Markdown, a line each. */
function markdownBody({ markdown = "", title, byline }: Article): string {
  let body = markdown;
  for (const line of [title, byline]) {
    if (!line) continue;
    const end = body.indexOf("\n\n");
    body = end === -1 ? "" : body.slice(end + 2);
  }
  return body.trim();
}

function removalsOf({ removed = [] }: Article): readonly { step: string; reason: string; text: string }[] {
  return removed.map(({ reason, text }) => ({ step: "select", reason, text }));
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : "";
}
