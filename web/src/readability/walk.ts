/** What a visitor says of an element: go on with what is in it, pass over that, or end. */
export type Step = "into" | "over" | "stop";

/**
 * Visits the elements below a root (and the root) in the order of the page. Not by recursion: pages decide how deep
 * they are.
 */
export function walkElements(root: Element, visit: (element: Element) => Step): void {
  let element: Element | null = root;
  while (element !== null) {
    const step = visit(element);
    if (step === "stop") return;
    const child: Element | null = step === "into" ? element.firstElementChild : null;
    element = child ?? next(element, root);
  }
}

function next(from: Element, root: Element): Element | null {
  for (let element: Element | null = from; element !== null && element !== root; element = element.parentElement) {
    if (element.nextElementSibling !== null) return element.nextElementSibling;
  }
  return null;
}
