/** Readability's options; docs/compatibility.md says what each does here. */
export interface ReadabilityOptions<T = string> {
  /** Tell on the console what was left out and why. */
  debug?: boolean;
  /** Throw on pages with more elements; 0 is no limit. */
  maxElemsToParse?: number;
  /** No effect: Pith weighs all blocks of a page, not the best few containers. */
  nbTopCandidates?: number;
  /** No effect: Pith has no weaker rules to fall back to for short articles. */
  charThreshold?: number;
  /** No effect: `content` has no classes of the page. */
  classesToPreserve?: readonly string[];
  /** No effect: `content` has no classes of the page. */
  keepClasses?: boolean;
  /** Makes `content` of the `<div>` that holds the article; by default its inner HTML. */
  serializer?: (element: Node) => T;
  /** Do not look into JSON-LD. */
  disableJSONLD?: boolean;
  /** Which addresses of embedded frames are videos, which belong to the article. */
  allowedVideoRegex?: RegExp;
  /** No effect: how linked a block may be is part of what the model learned. */
  linkDensityModifier?: number;
}
