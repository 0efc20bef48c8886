/**
 * Puts what was left out where it stood: before the first kept block that follows it, after what was put back already and precedes it.
 * @param before how many kept blocks stand before it
 * @param order its number among all that was left out
 * @param make makes the element, as an item of a list where it comes to stand in one
 */
export function insertInPlace(body: HTMLElement, before: number, order: number, make: (tag: "li" | "div") => HTMLElement): HTMLElement {
  const { parent, next } = placeOf(body, before);
  const made = make(parent.localName === "ul" || parent.localName === "ol" ? "li" : "div");
  made.dataset["order"] = String(order);
  const beside = childrenOf(parent);
  let at = next === undefined ? beside.length : beside.indexOf(next);
  while (at > 0 && Number(beside[at - 1]?.dataset["order"]) >= order) at--; // NaN of all others
  parent.insertBefore(made, beside[at] ?? null);
  return made;
}

/** Without what is there for nothing but the colour of a text. */
export const childrenOf = (parent: Element): readonly HTMLElement[] => ([...parent.children] as HTMLElement[]).filter((child) => !child.matches("span.painted"));

/**
 * Tables and the like allow no stranger among their children: there the place is before the whole. And what stood
 * before the first block of a quotation or a list stood, more likely than not, before all of it.
 */
function placeOf(body: HTMLElement, before: number): { parent: Element; next?: HTMLElement } {
  const kept = [...body.querySelectorAll<HTMLElement>("[data-pith-block]")];
  let next = kept.find((block) => Number(block.getAttribute("data-pith-block")) >= before);
  if (next === undefined) return { parent: body };
  const whole = next.closest<HTMLElement>("table, dl, figure, picture, details, .wide");
  if (whole !== null && body.contains(whole)) next = whole.closest<HTMLElement>(".wide") ?? whole;
  let parent = next.parentElement ?? body;
  while (parent !== body && parent.parentElement !== null && childrenOf(parent)[0] === next) {
    next = parent;
    parent = parent.parentElement;
  }
  return { parent, next };
}
