/**
 * Whether an element is shown, by what it says itself; its ancestors are not asked. The style attribute is read as
 * text, since not every DOM has a style object and some take long to make one.
 */
export function isElementVisible(element: Element): boolean {
  if (element.hasAttribute("hidden")) return false;
  if (element.getAttribute("aria-hidden") === "true" && !classOf(element).includes("fallback-image")) return false;
  return !/(?:^|;)\s*display\s*:\s*none/i.test(element.getAttribute("style") ?? "");
}

/** Whether an element belongs to the page that a reader sees: neither hidden in any way, nor a dialog over the page. */
export function isPartOfPage(element: Element): boolean {
  if (!isElementVisible(element) || /(?:^|;)\s*visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "")) return false;
  return !(element.getAttribute("aria-modal") === "true" && element.getAttribute("role") === "dialog");
}

/** The class attribute; `className` is no text on SVG elements. */
export function classOf(element: Element): string {
  return element.getAttribute("class") ?? "";
}

/** The class and id of an element as one text to look for words in. */
export function classAndId(element: Element): string {
  return `${classOf(element)} ${element.id}`;
}
