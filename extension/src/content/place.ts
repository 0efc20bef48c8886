import type { ReaderView } from "../../../web/src/reader/index.js";

/** Where a reader is in an article: its first visible block, by its words, and how far that is from the top. */
export interface Place {
  readonly text: string;
  readonly top: number;
}

/** Null at the very top. */
export function placeIn({ element, body }: ReaderView): Place | null {
  if (element.scrollTop <= atTop) return null;
  const { top: edge } = element.getBoundingClientRect();
  for (const block of blocksOf(body)) {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom > edge && block.textContent) return { text: block.textContent, top: top - edge };
  }
  return null;
}

/** Puts the same words to where they were. */
export function goToPlace({ element, body }: ReaderView, place: Place | null): void {
  const block = place && blocksOf(body).find(({ textContent }) => textContent === place.text);
  if (!place || !block) return;
  const { top: edge } = element.getBoundingClientRect();
  element.scrollBy({ top: block.getBoundingClientRect().top - edge - place.top, behavior: "instant" });
}

/** Pixels: nobody has begun to read. */
const atTop = 40;

function blocksOf(body: HTMLElement): readonly Element[] {
  return [...body.querySelectorAll("p, li, h2, h3, h4, pre, blockquote, td, dd, figcaption")];
}
