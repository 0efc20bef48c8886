// What the bookmarklet unpacks. The build makes the body of a function of it, which gets the engine's bytes as `wasm`;
// a rejection ends in the bootstrap's message.

import { captureLivePage } from "../src/capture/live_page.js";
import { createCore } from "../src/core.js";
import { mountReader, openOverlay, type ReaderHost } from "../src/reader/index.js";
import type { Article } from "../src/types.js";

declare const wasm: ArrayBuffer;
/** "closed", or "open" in builds for tests. */
declare const PITH_SHADOW_MODE: ShadowRootMode;

function read(core: ReturnType<typeof createCore>): Article {
  const options = { url: document.URL, charset: "", plain: false, explain: true, html: false, markdown: true, text: false, tree: true };
  return JSON.parse(core.extractJson(captureLivePage(document), options)) as Article;
}

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
  const reader = mountReader(overlay.body, article, host);
}

show(read(createCore(await WebAssembly.compile(wasm))));
