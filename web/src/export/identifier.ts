import type { Article } from "../types.js";

/**
 * What the book is known by: the page's address, so that a later version of the page replaces the earlier one on a shelf; without one, a UUID of
 * title and text (version 8 of RFC 9562, "custom"), since `crypto.subtle` is not there on pages without TLS.
 */
export function identifierOf({ title, tree }: Article, url: string | undefined): string {
  if (url !== undefined) return url;
  const text = JSON.stringify([title, tree]);
  const hex = [0, 1, 2, 3].map((seed) => hash(text, seed).toString(16).padStart(8, "0")).join("");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** FNV-1a, 32 bits, begun in another state for each seed. */
function hash(text: string, seed: number): number {
  let state = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state >>> 0;
}
