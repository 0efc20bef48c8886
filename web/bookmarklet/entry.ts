// What the bookmarklet unpacks. The build makes the body of a function of it, which gets the engine's bytes as `wasm`;
// a rejection ends in the bootstrap's message.

import { memberOf } from "../src/reader/element.js";
import { essentialFeatures, mountReader, openOverlay, type ReaderHost } from "../src/reader/index.js";
import { snapshotOf } from "../src/capture/snapshot.js";
import type { Article } from "../src/types.js";
import { startEngine } from "./engine.js";

declare const wasm: ArrayBuffer;
/** "closed", or "open" in builds for tests. */
declare const PITH_SHADOW_MODE: ShadowRootMode;

function show(article: Article): void {
  const overlay = openOverlay(document, PITH_SHADOW_MODE, close);
  function close(): void {
    reader.destroy();
    overlay.close();
  }
  const { clipboard } = navigator; // only where the connection is secure
  const host: ReaderHost = {
    // Nothing is kept: whatever a bookmarklet stores, it stores with the site.
    loadSettings: () => Promise.resolve({}),
    saveSettings: () => Promise.resolve(),
    close,
    ...(clipboard && { copyText: (text: string) => clipboard.writeText(text) }),
  };
  const reader = mountReader(overlay.body, article, host, essentialFeatures);
}

const extract = await startEngine(wasm);
show(JSON.parse(extract(memberOf(document, "URL"), snapshotOf(document))) as Article);
