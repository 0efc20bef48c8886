import type { ReaderView } from "../../../web/src/reader/index.js";
import { layOut } from "../../../web/src/reader/later.js";

/** Where a reader is in an article: its first visible block, by its words, and where on the screen that is. */
export interface Place {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** Pixels: nobody has begun to read. */
const atStart = 40;

/** Null at the very beginning. */
export function placeIn({ scroller, body }: ReaderView): Place | null {
  if (Math.abs(scroller.scrollTop) + Math.abs(scroller.scrollLeft) <= atStart) return null;
  const seen = scroller.getBoundingClientRect();
  for (const block of blocksOf(body)) {
    const { left, top, right, bottom } = block.getBoundingClientRect();
    const isSeen = bottom > seen.top && top < seen.bottom && right > seen.left && left < seen.right;
    if (isSeen && block.textContent) return { text: block.textContent, left, top };
  }
  return null;
}

/** Puts the same words to where they were. */
export function goToPlace({ scroller, body, whole }: ReaderView, place: Place | null): void {
  if (place) whole();
  const block = place && blocksOf(body).find(({ textContent }) => textContent === place.text);
  if (!place || !block) return;
  layOut(body);
  const { left, top } = block.getBoundingClientRect();
  scroller.scrollBy({ left: left - place.left, top: top - place.top, behavior: "instant" });
}

function blocksOf(body: HTMLElement): readonly Element[] {
  return [...body.querySelectorAll("p, li, h2, h3, h4, pre, blockquote, td, dd, figcaption")];
}
