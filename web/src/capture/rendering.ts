import { attributeOf, own } from "./own.js";

/** Whether the document has a layout to ask, and shows something at all: a page in the middle of its entrance hides all of itself. */
export function shows(document: Document): boolean {
  const body = own(document, "body");
  return own(document, "defaultView") !== null && typeof body?.checkVisibility === "function" && body.checkVisibility({ visibilityProperty: true });
}

/**
 * Whether an element, whose ancestors are rendered, is not. What people can open (closed `<details>`, `hidden="until-found"`) counts
 * as rendered; a dialog that is not open does not.
 */
export function isUnrendered(element: Element): boolean {
  if (!sees(element) || own(element, "checkVisibility").call(element) || isUntilFound(element)) return false;
  const style = styleOf(element);
  if (style?.display === "none") return true;
  const parentElement = own(element, "parentElement");
  return parentElement !== null && !isUntilFound(parentElement) && styleOf(parentElement)?.contentVisibility === "hidden";
}

/** Whether the text of an element that is rendered has no visibility. */
export function isInvisible(element: Element): boolean {
  if (!sees(element) || own(element, "checkVisibility").call(element, { visibilityProperty: true })) return false;
  const style = styleOf(element);
  return style !== undefined && style.visibility !== "visible";
}

/** jsdom and linkedom have no layout to ask. */
function sees(element: Element): boolean {
  return typeof own(element, "checkVisibility") === "function";
}

function isUntilFound(element: Element): boolean {
  return attributeOf(element, "hidden") === "until-found";
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return own(own(element, "ownerDocument"), "defaultView")?.getComputedStyle(element);
}
