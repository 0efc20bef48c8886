import { own } from "../own.js";
import type { Dom } from "./dom.js";

/** Whether the document has a layout to ask, and shows something at all: a page in the middle of its entrance hides all of itself. */
export function shows(document: Document): boolean {
  const body = own(document, "body");
  return own(document, "defaultView") !== null && typeof body?.checkVisibility === "function" && body.checkVisibility({ visibilityProperty: true });
}

/**
 * Whether an element, whose ancestors are rendered, is not. What people can open (closed `<details>`, `hidden="until-found"`) counts
 * as rendered; a dialog that is not open does not.
 */
export function isUnrendered(dom: Dom, element: Element): boolean {
  if (dom.checkVisibility(element) || isUntilFound(dom, element)) return false;
  const style = styleOf(dom, element);
  if (style?.display === "none") return true;
  const parent = dom.parentElement(element);
  return parent !== null && !isUntilFound(dom, parent) && styleOf(dom, parent)?.contentVisibility === "hidden";
}

/** Whether the text of an element that is rendered, and not to be seen, has no visibility. */
export function isInvisible(dom: Dom, element: Element): boolean {
  return (styleOf(dom, element)?.visibility ?? "visible") !== "visible";
}

function isUntilFound(dom: Dom, element: Element): boolean {
  return dom.attribute(element, "hidden") === "until-found";
}

function styleOf(dom: Dom, element: Element): CSSStyleDeclaration | undefined {
  const document = dom.ownerDocument(element);
  return (document && own(document, "defaultView"))?.getComputedStyle(element);
}
