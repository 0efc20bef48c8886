import { memberOf } from "../element.js";

/**
 * What is selected in an element, or undefined. Selections within shadow roots are told by each browser in its own way: Chromium has
 * `getSelection` at the root, Firefox shows it in the document's own, and the standard has `getComposedRanges`.
 */
export function selectedRange(body: HTMLElement): Range | undefined {
  const root = body.getRootNode() as ShadowRoot & { getSelection?(): Selection | null };
  const window = memberOf(body.ownerDocument, "defaultView");
  const selection = root.getSelection?.() ?? window?.getSelection();
  if (!selection) return undefined;
  const inside = (node: Node): boolean => body.contains(node);
  if (selection.rangeCount > 0) {
    const range = selection.getRangeAt(0);
    if (!range.collapsed && inside(range.startContainer) && inside(range.endContainer)) return range.cloneRange();
  }
  const [composed] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  if (composed === undefined || composed.collapsed || !inside(composed.startContainer) || !inside(composed.endContainer)) return undefined;
  const range = memberOf(body.ownerDocument, "createRange").call(body.ownerDocument);
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range;
}

/** Selects nothing. */
export function clearSelection(body: HTMLElement): void {
  const root = body.getRootNode() as ShadowRoot & { getSelection?(): Selection | null };
  (root.getSelection?.() ?? memberOf(body.ownerDocument, "defaultView")?.getSelection())?.removeAllRanges();
}
