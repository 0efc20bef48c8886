/// <reference path="../reader/css.d.ts" />

import type { Article, ArticleNode } from "../types.js";
import articleCss from "./article.css" with { type: "text" };
import { readArticle } from "./article_parts.js";
import { fileNameOf } from "./file_name.js";
import { dataUrlOf } from "./images.js";
import { writeMarkup } from "./markup.js";
import { checkArguments, type ExportedFile, type PicturedExportOptions } from "./options.js";
import pageCss from "./page.css" with { type: "text" };

/** Nothing runs, nothing is fetched and nothing is sent, whatever the file should hold. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * Makes one HTML file that holds everything, images included, and needs nothing from anywhere.
 * @param article extracted with `outputs` that has `"tree"`
 * @throws PithError `bad-input` as a rejection where the article has no tree
 */
export async function htmlFile(article: Article, options: PicturedExportOptions = {}): Promise<ExportedFile> {
  checkArguments(article, options);
  const { title, lang, dir, nodes, missingImages } = await readArticle(article, options, (_, picture) => dataUrlOf(picture));
  const head: ArticleNode[] = [
    ["meta", { charset: "utf-8" }],
    ["meta", { "http-equiv": "Content-Security-Policy", content: policy }],
    ["meta", { name: "referrer", content: "no-referrer" }],
    ["meta", { name: "viewport", content: "width=device-width, initial-scale=1" }],
    ["title", {}, title],
    ["style", {}, pageCss + articleCss],
  ];
  const root = { ...(lang && { lang }), ...(dir && { dir }) };
  const page = writeMarkup([["html", root, ["head", {}, ...head], ["body", {}, ["article", {}, ...nodes]]]], "html");
  const content = new TextEncoder().encode(`<!DOCTYPE html>\n${page}\n`);
  return { name: fileNameOf(title, "html"), type: "text/html", content, missingImages };
}
