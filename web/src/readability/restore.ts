import type { Removal } from "../types.js";
import { sameWords } from "./words.js";

// What Pith leaves out and users of Readability expect.

/**
 * The blocks to put back. A paragraph that a page says twice is there twice, as in Readability. And where Pith finds no
 * article at all, any text is better than none: Readability too falls back to the whole page. A headline stays where the title, which Readability
 * reads from the page's head, does not say it.
 */
export function expectedBlocks(removed: readonly Removal[], isEmpty: boolean, title: string): readonly Removal[] {
  const headline = removed.find((block) => block.reason === "title");
  const likely = (block: Removal): boolean => {
    if (block === headline) return !sameWords(title, block.text);
    return isEmpty ? unclassified.has(block.reason) : block.reason === "duplicate" && block.score >= 0.5;
  };
  return removed.filter((block) => block.text !== "" && likely(block));
}

/** Reasons that say no more than that a block is not like an article. */
const unclassified = new Set(["low-score", "outside"]);

/** Containers whose children are of certain kinds only: a paragraph goes before the whole. */
const closed = new Set("table caption thead tbody tfoot tr dl figure details".split(" "));

/**
 * Puts blocks back where they stood: before the first kept block that followed them.
 * @param kept the elements of the kept blocks, by their number
 */
export function restoreBlocks(body: Element, kept: ReadonlyMap<number, Element>, blocks: readonly Removal[]): void {
  for (const { reason, text, before } of blocks) {
    const { parent, next } = placeOf(body, kept.get(before - 1), kept.get(before));
    const isList = parent.localName === "ul" || parent.localName === "ol";
    const made = body.ownerDocument.createElement(isList ? "li" : reason === "title" ? "h2" : "p"); // no h1, as in Readability
    made.appendChild(body.ownerDocument.createTextNode(text));
    parent.insertBefore(made, next);
    parent.insertBefore(body.ownerDocument.createTextNode("\n"), next);
  }
}

/** In the innermost element around both neighbours that may have a further child. */
function placeOf(body: Element, previous: Element | undefined, following: Element | undefined): { parent: Element; next: Element | null } {
  if (following === undefined) return { parent: body, next: null };
  let next = following;
  for (let parent = next.parentElement; parent !== null && next !== body; parent = next.parentElement) {
    const fits = !closed.has(parent.localName) && (previous === undefined || parent.contains(previous));
    if (parent === body || (fits && previous !== undefined && !previous.contains(next))) return { parent, next };
    next = parent;
  }
  return { parent: body, next: null };
}
