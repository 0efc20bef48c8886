// What the full bookmarklet unpacks. The build makes the body of a function of it, which gets the engine's bytes as `wasm`; a
// rejection ends in the bootstrap's message.

import { snapshotOf } from "../src/capture/snapshot.js";
import { own } from "../src/own.js";
import type { Article } from "../src/types.js";
import { startEngine } from "./engine.js";
import { mark } from "./mark.js";
import { show } from "./show.js";

declare const wasm: ArrayBuffer;

mark("unpacked");
const starting = startEngine(wasm); // browsers compile it on other threads
const snapshot = snapshotOf(document);
mark("page read");
const extract = await starting;
mark("engine started");
const article = JSON.parse(extract(own(document, "URL"), snapshot)) as Article;
mark("article built");
show(article);
mark("view built");
