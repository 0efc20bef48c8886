import { own } from "../src/own.js";
import { essentialFeatures, openOverlay, type ReaderHost } from "../src/reader/index.js";
import { mountReader, type Reader } from "../src/reader/mount.js";
import type { Article } from "../src/types.js";

/** "closed", or "open" in builds for tests. */
declare const PITH_SHADOW_MODE: ShadowRootMode;

/**
 * Shows an article over the page. Where it cannot, it gives the page back and throws.
 * @param loadMarkdown makes its Markdown, where `article.markdown` is absent
 */
export function show(article: Article, loadMarkdown?: () => Promise<string>): void {
  if (!own(document, "body")) throw new Error("it is no HTML");
  const overlay = openOverlay(document, PITH_SHADOW_MODE, close, false);
  overlay.body.setAttribute("aria-label", article.title);
  function close(): void {
    overlay.close(); // first: a dialog that is not modal yet gives the focus back only where it still has it
    reader.destroy();
  }
  const clipboard = own(document, "defaultView")?.navigator.clipboard; // only where the connection is secure
  const host = { close, loadMarkdown, ...(clipboard && { copyText: (text: string) => clipboard.writeText(text) }) } as ReaderHost; // view/live_settings.ts keeps nothing
  let reader: Reader;
  try {
    reader = mountReader(overlay.body, article, host, essentialFeatures);
  } catch (error) {
    overlay.close();
    throw error;
  }
  requestAnimationFrame(() => setTimeout(overlay.makeModal, 99)); // when it has been painted
}
