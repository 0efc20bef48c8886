// What the bookmarklet unpacks; see web/bookmarklet/entry.ts.

import { mark } from "../mark.js";
import { show } from "../show.js";
import { articleOf } from "./article_of.js";
import { startEngine } from "./engine.js";

declare const wasm: ArrayBuffer;

mark("unpacked");
const judge = await startEngine(wasm);
mark("engine started");
const article = articleOf(document, judge);
mark("article built");
show(article);
mark("view built");
