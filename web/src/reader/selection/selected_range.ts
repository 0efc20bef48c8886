import { memberOf } from "../element.js";
import { nodeAt, placeOf, type TextPlace } from "../pieces.js";

/**
 * What is selected in an element, or undefined. Selections within shadow roots are told by each browser in its own way: Chromium has
 * `getSelection` at the root, Firefox shows it in the document's own, and the standard has `getComposedRanges`.
 */
export function selectedRange(body: HTMLElement): Range | undefined {
  const selection = selectionOf(body);
  if (!selection) return undefined;
  const inside = (node: Node): boolean => body.contains(node);
  if (selection.rangeCount > 0) {
    const range = selection.getRangeAt(0);
    if (!range.collapsed && inside(range.startContainer) && inside(range.endContainer)) return range.cloneRange();
  }
  const [composed] = selection.getComposedRanges?.({ shadowRoots: [body.getRootNode() as ShadowRoot] }) ?? [];
  if (composed === undefined || composed.collapsed || !inside(composed.startContainer) || !inside(composed.endContainer)) return undefined;
  const range = memberOf(body.ownerDocument, "createRange").call(body.ownerDocument);
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range;
}

/** Selects nothing. */
export function clearSelection(body: HTMLElement): void {
  selectionOf(body)?.removeAllRanges();
}

/** Does something that cuts and moves texts: what is selected in the element stays selected. */
export function keepSelection(body: HTMLElement, change: () => void): void {
  const range = selectedRange(body);
  const isBackward = range !== undefined && selectionOf(body)?.direction === "backward";
  const start = range && textPlace(range.startContainer, range.startOffset);
  const end = range && textPlace(range.endContainer, range.endOffset);
  change();
  if (range === undefined) return;
  // An end that is beside elements only has moved with them.
  const from = start ? nodeAt(start, false) : ([range.startContainer, range.startOffset] as const);
  const to = end ? nodeAt(end, true) : ([range.endContainer, range.endOffset] as const);
  const now = selectedRange(body);
  if (now?.startContainer === from[0] && now.startOffset === from[1] && now.endContainer === to[0] && now.endOffset === to[1]) return;
  if (isBackward) selectionOf(body)?.setBaseAndExtent(...to, ...from);
  else selectionOf(body)?.setBaseAndExtent(...from, ...to);
}

/** The place in a text that a place in the document is in or beside. */
function textPlace(node: Node, offset: number): TextPlace | undefined {
  if (node.nodeType === 3) return placeOf(node as Text, offset);
  const [before, behind] = [node.childNodes[offset - 1], node.childNodes[offset]];
  if (behind?.nodeType === 3) return placeOf(behind as Text, 0);
  return before?.nodeType === 3 ? placeOf(before as Text, (before as Text).length) : undefined;
}

function selectionOf(body: HTMLElement): Selection | null | undefined {
  const root = body.getRootNode() as ShadowRoot & { getSelection?(): Selection | null };
  return root.getSelection?.() ?? memberOf(body.ownerDocument, "defaultView")?.getSelection();
}
