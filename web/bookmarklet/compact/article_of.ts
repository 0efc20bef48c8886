import { snapshotOf } from "../../src/capture/snapshot.js";
import { memberOf } from "../../src/reader/element.js";
import type { Article } from "../../src/types.js";
import { buildArticle } from "./article.js";
import type { Judge } from "./engine.js";
import { readHead } from "./head.js";
import { toMarkdown } from "./markdown.js";

/** A live page's article, with what the view needs of it. */
export function articleOf(page: Document, judge: Judge): Article {
  const head = readHead(page);
  const snapshot = snapshotOf(page);
  const { blocks, confidence } = judge([head.url, head.title, head.excerpt, head.published], snapshot);
  const { tree, removed, words } = buildArticle(snapshot, blocks);
  return {
    title: head.title,
    byline: head.byline || null,
    publishedTime: head.published || null,
    lang: head.lang || null,
    dir: (head.dir || null) as Article["dir"],
    siteName: head.site || null,
    url: head.url,
    wordCount: words,
    confidence,
    warnings: words > 0 ? [] : ["no-content"],
    tree,
    removed,
    /** Made when it is asked for. */
    get markdown() {
      return toMarkdown(head.title, tree, memberOf(page, "baseURI"));
    },
  } as unknown as Article; // the view asks for no more
}
