/// <reference path="../reader/css.d.ts" />

import type { Zippable } from "fflate/browser";

import type { Article, ArticleNode } from "../types.js";
import articleCss from "./article.css" with { type: "text" };
import { readArticle } from "./article_parts.js";
import { contentsOf } from "./contents.js";
import { fileNameOf } from "./file_name.js";
import type { Picture } from "./images.js";
import { writeMarkup } from "./markup.js";
import { checkArguments, wordsOf, type ExportedFile, type PicturedExportOptions } from "./options.js";
import { packageDocument, type BookImage } from "./package_document.js";

/** The raster formats that every reading system shows (EPUB 3.3, "Core media types"), with the ending of their files. */
const endings: Readonly<Record<string, string>> = { "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp" };

/** The first time that zip files know; the book's own date stands in its package document. */
const earliest = new Date(1980, 0, 1);

const container: ArticleNode = [
  "container",
  { version: "1.0", xmlns: "urn:oasis:names:tc:opendocument:xmlns:container" },
  ["rootfiles", {}, ["rootfile", { "full-path": "book/package.opf", "media-type": "application/oebps-package+xml" }]],
];

/**
 * Makes an EPUB 3 book of one chapter, with its images, its table of contents, its metadata and, where the page names a lead image, a cover.
 * @param article extracted with `outputs` that has `"tree"`
 * @throws PithError `bad-input` as a rejection where the article has no tree
 */
export async function epubFile(article: Article, options: PicturedExportOptions = {}): Promise<ExportedFile> {
  checkArguments(article, options);
  const words = wordsOf(options);
  const date = options.date ?? new Date();
  const images = new Map<Picture, BookImage>();
  function place(picture: Picture): string | undefined {
    const ending = endings[picture.type];
    if (ending === undefined) return undefined;
    const known = images.get(picture);
    const image = known ?? { path: `images/${images.size + 1}.${ending}`, type: picture.type, bytes: picture.bytes };
    if (known === undefined) images.set(picture, image);
    return image.path;
  }
  const parts = await readArticle(article, options, (_, picture) => place(picture));
  const { zipSync } = await import("./zip.js");
  const cover = parts.lead && place(parts.lead);
  const chapter = page(parts, parts.title, [["article", {}, ...parts.nodes]]);
  const contents = page(parts, words.contents, [contentsOf(parts, words.contents)]);
  const files: Zippable = {
    mimetype: [utf8("application/epub+zip"), { level: 0 }], // the first, and stored: so the file can be told by its first bytes
    "META-INF/container.xml": xml([container]),
    "book/package.opf": xml([packageDocument(article, parts, { images: [...images.values()], cover, date })]),
    "book/contents.xhtml": contents,
    "book/article.xhtml": chapter,
    "book/style.css": utf8(articleCss),
  };
  for (const { path, bytes } of images.values()) files[`book/${path}`] = [bytes, { level: 0 }]; // these are packed already
  return {
    name: fileNameOf(parts.title, "epub"),
    type: "application/epub+zip",
    content: zipSync(files, { mtime: earliest }) as Uint8Array<ArrayBuffer>,
    missingImages: parts.missingImages,
  };
}

function page({ lang, dir }: { lang: string | undefined; dir: string | undefined }, title: string, body: readonly ArticleNode[]): Uint8Array {
  const root = {
    xmlns: "http://www.w3.org/1999/xhtml",
    "xmlns:epub": "http://www.idpf.org/2007/ops",
    ...(lang && { lang, "xml:lang": lang }),
    ...(dir && { dir }),
  };
  const head: ArticleNode = ["head", {}, ["title", {}, title], ["link", { rel: "stylesheet", href: "style.css" }]];
  return xml([["html", root, head, ["body", {}, ...body]]], "<!DOCTYPE html>\n");
}

function xml(nodes: readonly ArticleNode[], doctype = ""): Uint8Array {
  return utf8(`<?xml version="1.0" encoding="utf-8"?>\n${doctype}${writeMarkup(nodes, "xml")}\n`);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
