// What the bookmarklet unpacks; see web/bookmarklet/entry.ts.

import type { ArticleNode } from "../../src/types.js";
import { mark } from "../mark.js";
import { show } from "../show.js";
import { articleOf, readPage } from "./article_of.js";
import { startEngine } from "./engine.js";
import { toMarkdown } from "./markdown.js";

declare const wasm: ArrayBuffer;

mark("unpacked");
const starting = startEngine(wasm); // browsers compile it on other threads
const page = readPage(document);
mark("page read");
const judge = await starting;
mark("engine started");
const article = articleOf(page, judge);
mark("article built");
show(article, async () => toMarkdown(article.title, article.tree as ArticleNode, page.base));
mark("view built");
