import type { Place } from "../../src/reader/place.js";

/** The overlay's dialog, which stands in a shadow root. */
export function placeIn(parent: HTMLElement): Place {
  return { parent, styles: parent.getRootNode() as ShadowRoot, covers: false };
}
