import type { Article, Removal } from "../types.js";
import { element } from "./element.js";
import { phrases, reasonInWords } from "./phrases.js";

/** What the view left out of the page: headline and author stand in its own header, so they are not missed. */
export function hiddenBlocks({ title, byline, removed = [] }: Article): readonly Removal[] {
  return removed.filter(({ reason, text }) => text && !(reason === "title" && title) && !(reason === "byline" && byline));
}

/** A list of the blocks that were left out, each with its reason and a button that shows it in its place in `body`. */
export function buildLedger(page: Document, body: HTMLElement, hidden: readonly Removal[]): HTMLElement {
  return element(page, "ul", { class: "ledger" }, ...hidden.map((removal, order) => entry(page, body, removal, order)));
}

function entry(page: Document, body: HTMLElement, removal: Removal, order: number): HTMLElement {
  const reason = reasonInWords(removal.reason);
  const button = element(page, "button", { type: "button", "aria-pressed": "false" }, phrases.show);
  let shown: HTMLElement | undefined;
  button.addEventListener("click", () => {
    if (shown === undefined) {
      shown = insert(page, body, removal, order);
      shown.scrollIntoView({ block: "start" });
    } else {
      shown.remove();
      shown = undefined;
    }
    button.setAttribute("aria-pressed", String(shown !== undefined));
    button.textContent = shown === undefined ? phrases.show : phrases.hide;
  });
  return element(page, "li", {}, element(page, "b", {}, reason), element(page, "p", { dir: "auto" }, removal.text), button);
}

/** Shows a block where it stood: before the first kept block that follows it, after those restored ones that precede it. */
function insert(page: Document, body: HTMLElement, removal: Removal, order: number): HTMLElement {
  const { parent, before } = placeOf(body, removal.before);
  const inList = parent.localName === "ul" || parent.localName === "ol";
  const attributes = { class: "restored", "data-order": String(order) };
  const made = element(page, inList ? "li" : "div", attributes);
  made.append(element(page, "b", {}, `${phrases.restored} · ${reasonInWords(removal.reason)}`));
  for (const line of removal.text.split(/\n+/)) made.append(element(page, "p", { dir: "auto" }, line));

  let next = before;
  for (;;) {
    const previous: Element | null = next === null ? parent.lastElementChild : next.previousElementSibling;
    if (previous === null || Number(previous.getAttribute("data-order") ?? -1) < order) break;
    next = previous;
  }
  parent.insertBefore(made, next);
  return made;
}

/**
 * Tables and the like allow no stranger among their children: there the place is before the whole. And what stood
 * before the first block of a quotation or a list stood, more likely than not, before all of it.
 */
function placeOf(body: HTMLElement, before: number): { parent: Element; before: Element | null } {
  const kept = [...body.querySelectorAll("[data-pith-block]")];
  let next = kept.find((block) => Number(block.getAttribute("data-pith-block")) >= before);
  if (next === undefined) return { parent: body, before: null };
  const whole = next.closest("table, dl, figure, picture, details, .wide");
  if (whole !== null && body.contains(whole)) next = whole.closest(".wide") ?? whole;
  let parent = next.parentElement ?? body;
  while (parent !== body && parent.parentElement !== null && parent.firstElementChild === next) {
    next = parent;
    parent = parent.parentElement;
  }
  return { parent, before: next };
}
