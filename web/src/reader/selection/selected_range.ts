import { own } from "../../own.js";
import { nodeAt, placeOf, type TextPlace } from "../pieces.js";

/**
 * What is selected in an element, or undefined; a selection may begin before it and end behind. Selections within shadow roots are told by each browser in its own way: Chromium has
 * `getSelection` at the root, Firefox shows it in the document's own, and the standard has `getComposedRanges`.
 */
export function selectedRange(body: HTMLElement): Range | undefined {
  const selection = selectionOf(body);
  if (!selection) return undefined;
  const range = selection.rangeCount > 0 ? partIn(body, selection.getRangeAt(0)) : undefined;
  if (range !== undefined) return range;
  const [composed] = selection.getComposedRanges?.({ shadowRoots: [body.getRootNode() as ShadowRoot] }) ?? [];
  return composed && partIn(body, composed);
}

/** The part of a range that is in an element. */
function partIn(body: HTMLElement, { startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range | undefined {
  const part = own(body.ownerDocument, "createRange").call(body.ownerDocument);
  part.selectNodeContents(body);
  const root = body.getRootNode();
  if (startContainer.getRootNode() !== root || endContainer.getRootNode() !== root) return undefined;
  const [start, end] = [part.comparePoint(startContainer, startOffset), part.comparePoint(endContainer, endOffset)];
  if (start > 0 || end < 0) return undefined;
  if (start === 0) part.setStart(startContainer, startOffset);
  if (end === 0) part.setEnd(endContainer, endOffset);
  return part.collapsed ? undefined : part;
}

/** Selects from where an element begins to the end of one in it. */
export function selectAll(from: HTMLElement, body: HTMLElement): void {
  selectionOf(body)?.setBaseAndExtent(from, 0, body, body.childNodes.length);
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
  return root.getSelection?.() ?? own(body.ownerDocument, "defaultView")?.getSelection();
}
