import type { Article, ArticleNode } from "../types.js";
import type { ArticleParts } from "./article_parts.js";
import { identifierOf } from "./identifier.js";

/** An image of the book: its path beside the package document. */
export interface BookImage {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface Book {
  readonly images: readonly BookImage[];
  /** Path of the image that is the cover. */
  readonly cover: string | undefined;
  readonly date: Date;
}

/** The package document (EPUB 3.3): what the book is, what files it has, and in which order they are read. */
export function packageDocument(article: Article, parts: ArticleParts, book: Book): ArticleNode {
  return [
    "package",
    { xmlns: "http://www.idpf.org/2007/opf", version: "3.0", "unique-identifier": "id", ...(parts.lang && { "xml:lang": parts.lang }) },
    ["metadata", { "xmlns:dc": "http://purl.org/dc/elements/1.1/" }, ...metadata(article, parts, book)],
    [
      "manifest",
      {},
      item("contents", "contents.xhtml", "application/xhtml+xml", "nav"),
      item("article", "article.xhtml", "application/xhtml+xml", parts.math ? "mathml" : undefined),
      item("style", "style.css", "text/css"),
      ...book.images.map(({ path, type }, index) => item(`image-${index + 1}`, path, type, path === book.cover ? "cover-image" : undefined)),
    ],
    ["spine", parts.dir === "rtl" ? { "page-progression-direction": "rtl" } : {}, ["itemref", { idref: "article" }]],
  ];
}

function metadata(article: Article, parts: ArticleParts, { images, date }: Book): ArticleNode[] {
  const authors = article.authors?.length ? article.authors : [article.byline];
  const many = (name: string, values: readonly (string | null | undefined)[]): ArticleNode[] =>
    values.flatMap((value) => (value?.trim() ? [[name, {}, value.trim()] as ArticleNode] : []));
  const hasImages = images.length > 0;
  return [
    ["dc:identifier", { id: "id" }, identifierOf(article, parts.url)],
    ["dc:title", {}, parts.title],
    ["dc:language", {}, parts.lang ?? "und"],
    ...many("dc:creator", authors),
    ...many("dc:publisher", [article.siteName]),
    ...many("dc:date", [article.publishedTime]),
    ...many("dc:description", [article.excerpt]),
    ...many("dc:subject", [article.section, ...(article.tags ?? [])]),
    ...many("dc:rights", [article.licence]),
    ...many("dc:source", [parts.url]),
    ["meta", { property: "dcterms:modified" }, `${date.toISOString().slice(0, 19)}Z`],
    ["meta", { property: "schema:accessMode" }, "textual"],
    ...(hasImages ? [["meta", { property: "schema:accessMode" }, "visual"] as ArticleNode] : []),
    ["meta", { property: "schema:accessibilityFeature" }, "tableOfContents"],
    ["meta", { property: "schema:accessibilityHazard" }, "unknown"],
  ];
}

function item(id: string, href: string, type: string, properties?: string): ArticleNode {
  return ["item", { id, href, "media-type": type, ...(properties && { properties }) }];
}
