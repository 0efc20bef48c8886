import { badInput } from "../errors.js";
import { readableDate } from "../reader/article_header.js";
import type { Article, ArticleNode } from "../types.js";
import { cleanTree, imagesIn, isLanguage, linkTo, type CleanTree } from "./clean_tree.js";
import { conforming } from "./conforming.js";
import { gatherPictures, type Picture } from "./images.js";
import { wordsOf, type ExportOptions, type ExportWords, type PicturedExportOptions } from "./options.js";

/** What a file with pictures is made of. */
export interface ArticleParts extends Pick<CleanTree, "headings" | "math"> {
  readonly title: string;
  /** A well-formed BCP 47 tag. */
  readonly lang: string | undefined;
  readonly dir: "ltr" | "rtl" | undefined;
  /** Address of the page, if it is one that can be followed. */
  readonly url: string | undefined;
  readonly nodes: readonly ArticleNode[];
  readonly lead: Picture | undefined;
  readonly missingImages: readonly string[];
}

/**
 * Reads an article for a file: its images, then its body between a header of title, byline, date and source and a section of highlights.
 * @param place what an image's `src` is to be in the file; undefined where this file cannot hold it
 * @throws PithError `bad-input` where the article has no tree
 */
export async function readArticle(
  article: Article,
  options: PicturedExportOptions,
  place: (address: string, picture: Picture) => string | undefined,
): Promise<ArticleParts> {
  const { tree, image } = article;
  if (tree === undefined) throw badInput("article.tree", 'there, as extract gives it with outputs: ["tree"]', tree);
  const words = wordsOf(options);
  const url = article.url === null ? undefined : linkTo(article.url, null);
  const inText = imagesIn(tree, article.url);
  const pictures = await gatherPictures(image === null ? inText : [...inText, image], options);
  const missing = new Set<string>();
  const body = cleanTree(tree, article.url, (address, attributes, inLink) => {
    const picture = pictures.get(address);
    const src = picture && place(address, picture);
    if (src !== undefined) return ["img", { src, ...attributes }];
    const name = attributes["alt"] || words.image;
    if (address.startsWith("data:")) return ["span", { class: "missing" }, name];
    missing.add(address);
    return inLink ? ["span", { class: "missing" }, name] : ["a", { class: "missing", href: address }, name];
  });
  return {
    title: article.title || words.untitled,
    lang: article.lang !== null && isLanguage(article.lang) ? article.lang : undefined,
    dir: article.dir ?? undefined,
    url,
    headings: body.headings,
    math: body.math,
    nodes: conforming([headerOf(article, url, words, options.locale ?? "en"), ...body.nodes, ...marksOf(options, words)]),
    lead: image === null ? undefined : pictures.get(image),
    missingImages: [...missing],
  };
}

function headerOf(article: Article, href: string | undefined, words: ExportWords, locale: string): ArticleNode {
  const facts: ArticleNode[] = [];
  if (article.byline) facts.push(["span", { dir: "auto" }, article.byline]);
  if (article.publishedTime) facts.push(["time", { datetime: article.publishedTime }, readableDate(article.publishedTime, locale)]);
  if (href !== undefined) facts.push(["a", { href, rel: "noopener" }, words.source.replace("{site}", () => article.siteName ?? new URL(href).host)]);
  const line = facts.flatMap((fact, index) => (index === 0 ? [fact] : [" · ", fact]));
  return ["header", {}, ["h1", { dir: "auto" }, article.title || words.untitled], ...(line.length > 0 ? [["p", {}, ...line] as ArticleNode] : [])];
}

function marksOf({ marks = [] }: ExportOptions, words: ExportWords): readonly ArticleNode[] {
  if (marks.length === 0) return [];
  const entries = marks.flatMap(({ quote, note }): ArticleNode[] => [
    ["blockquote", { dir: "auto" }, ["p", {}, quote.exact]],
    ...(note === "" ? [] : [["p", { dir: "auto" }, note] as ArticleNode]),
  ]);
  return [["section", { class: "marks" }, ["h2", {}, words.marks], ...entries]];
}
