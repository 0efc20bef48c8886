// What the bookmarklet unpacks; see web/bookmarklet/entry.ts.

import { show } from "../show.js";
import { articleOf } from "./article_of.js";
import { startEngine } from "./engine.js";

declare const wasm: ArrayBuffer;

show(articleOf(document, await startEngine(wasm)));
