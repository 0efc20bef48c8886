import { snapshotOf } from "../../src/capture/snapshot.js";
import { own } from "../../src/own.js";
import type { Article } from "../../src/types.js";
import { buildArticle } from "./article.js";
import type { Judge } from "./engine.js";
import { readHead, type Head } from "./head.js";

/** All that is asked of a live page. */
export interface Page {
  readonly head: Head;
  readonly snapshot: string;
  /** What addresses in it are relative to. */
  readonly base: string;
}

export function readPage(page: Document): Page {
  return { head: readHead(page), snapshot: snapshotOf(page), base: own(page, "baseURI") };
}

/** The page's article, with what the view needs of it. */
export function articleOf({ head, snapshot }: Page, judge: Judge): Article {
  const { blocks, confidence } = judge([head.url, head.title, head.excerpt, head.publishedTime], snapshot);
  const { tree, removed, words } = buildArticle(snapshot, blocks);
  return {
    ...head,
    readingMinutes: Math.ceil(words / (/^(zh|ja)/i.test(head.lang ?? "") ? 300 : 240)),
    confidence,
    warnings: words > 0 ? [] : ["no-content"],
    tree,
    removed,
  } as unknown as Article; // the view asks for no more
}
