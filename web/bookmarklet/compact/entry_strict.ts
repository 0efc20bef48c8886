// The bookmarklet for pages that let nothing be compiled: the engine is a script here, and nothing is unpacked.

import { own } from "../../src/own.js";
import type { ArticleNode } from "../../src/types.js";
import { mark } from "../mark.js";
import { notice } from "../notice.js";
import { show } from "../show.js";
import { articleOf, readPage } from "./article_of.js";
import { judgeWith, type Exports } from "./engine.js";
import { toMarkdown } from "./markdown.js";
import * as engine from "strict-engine";

const box = own(document, "querySelector").call(document, "pith-reader");
if (box) box.dispatchEvent(new CustomEvent("pith-close")); // pages have classes of their own by the name of Event
else {
  try {
    mark("unpacked"); // nothing was packed
    const page = readPage(document);
    mark("page read");
    const judge = judgeWith(engine as unknown as Exports);
    mark("engine started");
    const article = articleOf(page, judge);
    mark("article built");
    show(article, async () => toMarkdown(article.title, article.tree as ArticleNode, page.base));
    mark("view built");
  } catch (error) {
    notice(document, error as Error);
  }
}
