import { isFurniture } from "./furniture.js";
import { isElementVisible } from "./visibility.js";

/** What counts as text worth reading. */
export interface ReaderableOptions {
  /** Characters that a paragraph must have to count; 140. */
  minContentLength?: number;
  /** The sum over paragraphs of the square root of what they have above that must be greater; 20. */
  minScore?: number;
  /** Whether an element is shown; by default by its own attributes. */
  visibilityChecker?: (node: Element) => boolean;
}

/**
 * Whether a page probably has an article, found quickly: the page is only looked at, neither copied nor extracted.
 * @param options also the function that tells whether an element is shown
 */
export function isProbablyReaderable(page: Document, options: ReaderableOptions | ((node: Element) => boolean) = {}): boolean {
  const given = typeof options === "function" ? { visibilityChecker: options } : options;
  const { minContentLength, minScore, visibilityChecker } = { minContentLength: 140, minScore: 20, visibilityChecker: isElementVisible, ...given };
  let score = 0;
  for (const element of paragraphsOf(page)) {
    if (!visibilityChecker(element) || isFurniture(element) || element.matches("li p")) continue;
    const { length } = (element.textContent ?? "").trim();
    if (length < minContentLength) continue;
    score += Math.sqrt(length - minContentLength);
    if (score > minScore) return true;
  }
  return false;
}

/** Elements that hold a paragraph each; where line breaks part the text of a `<div>`, that is one too. */
function paragraphsOf(page: Document): Set<Element> {
  const found = new Set<Element>(page.querySelectorAll("p, pre, article"));
  for (const { parentElement } of page.querySelectorAll("div > br")) {
    if (parentElement !== null) found.add(parentElement);
  }
  return found;
}
