import type { ReaderView } from "../../../web/src/reader/index.js";

/**
 * Whether anything was done in the view, by key, by pointer or by a click of assistive technology: then blocks may have been removed or put back, or it is being listened to.
 * Scrolling is no use of it: that has its own place to go back to.
 */
export function watchUse({ element }: ReaderView): () => boolean {
  let used = false;
  for (const type of ["keydown", "pointerdown", "click"]) element.addEventListener(type, () => (used = true), { capture: true, once: true });
  return () => used;
}
