// What the full bookmarklet unpacks. The build makes the body of a function of it, which gets the engine's bytes as `wasm`; a
// rejection ends in the bootstrap's message.

import { snapshotOf } from "../src/capture/snapshot.js";
import { memberOf } from "../src/reader/element.js";
import type { Article } from "../src/types.js";
import { startEngine } from "./engine.js";
import { show } from "./show.js";

declare const wasm: ArrayBuffer;

const extract = await startEngine(wasm);
show(JSON.parse(extract(memberOf(document, "URL"), snapshotOf(document))) as Article);
