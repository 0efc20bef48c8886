import { isPartOfPage } from "./visibility.js";

/**
 * A copy of a page without what its own attributes hide.
 * @param inert the document that the copy belongs to: in the page's own, a browser would fetch images that it has not shown yet
 */
export function copyPage(page: Document, inert: Document): Element {
  const root = inert === page ? (page.documentElement.cloneNode(true) as Element) : inert.importNode(page.documentElement, true);
  for (const element of root.querySelectorAll("[hidden], [aria-hidden], [aria-modal], [style]")) {
    if (element.localName !== "body" && !isPartOfPage(element)) element.remove();
  }
  return root;
}

/** A document that fetches nothing; linkedom, which has none to make, fetches nothing anyway. */
export function inertDocument(page: Document): Document {
  const implementation = page.implementation as DOMImplementation | undefined;
  return implementation?.createHTMLDocument("") ?? page;
}
