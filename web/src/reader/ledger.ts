import type { Article, Removal } from "../types.js";
import { element } from "./element.js";
import { blocksHidden, phrases, reasonInWords } from "./phrases.js";

/** What the view left out of the page: headline and author stand in its own header, so they are not missed. */
export function hiddenBlocks({ title, byline, removed = [] }: Article): readonly Removal[] {
  return removed.filter(({ reason, text }) => text && !(reason === "title" && title) && !(reason === "byline" && byline));
}

/** A list of what was left out, each with its reason and a button that shows it in its place in `body`. */
export function buildLedger(page: Document, body: HTMLElement, hidden: readonly Removal[]): HTMLElement {
  return element(page, "ul", { class: "ledger" }, ...group(hidden).map((run, order) => entry(page, body, run, order)));
}

/** Neighbours that went for one reason: a menu is dozens of blocks, but one thing to a reader. */
interface Run {
  readonly reason: string;
  readonly before: number;
  readonly lines: string[];
}

function group(hidden: readonly Removal[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { reason, before, text } of hidden) {
    const last = runs.at(-1);
    if (last?.reason === reason && last.before === before) last.lines.push(text);
    else runs.push({ reason, before, lines: [text] });
  }
  return runs;
}

function entry(page: Document, body: HTMLElement, run: Run, order: number): HTMLElement {
  const count = run.lines.length > 1 ? ` · ${blocksHidden(run.lines.length)}` : "";
  const why = `p-why-${order}`;
  const button = element(page, "button", { type: "button", "aria-describedby": why }, phrases.show);
  let shown: HTMLElement | undefined;
  button.addEventListener("click", () => {
    if (shown === undefined) {
      shown = insert(page, body, run, order);
      shown.scrollIntoView({ block: "start" });
    } else {
      shown.remove();
      shown = undefined;
    }
    button.textContent = shown === undefined ? phrases.show : phrases.hide;
  });
  const text = element(page, "p", { dir: "auto" }, run.lines.join(" · "));
  return element(page, "li", {}, element(page, "b", { id: why }, reasonInWords(run.reason)), count, text, button);
}

/** Shows a run where it stood: before the first kept block that follows it, after those restored ones that precede it. */
function insert(page: Document, body: HTMLElement, run: Run, order: number): HTMLElement {
  const { parent, before } = placeOf(body, run.before);
  const inList = parent.localName === "ul" || parent.localName === "ol";
  const attributes = { class: "restored", "data-order": String(order) };
  const made = element(page, inList ? "li" : "div", attributes);
  made.append(element(page, "b", {}, `${phrases.restored} · ${reasonInWords(run.reason)}`));
  for (const line of run.lines.join("\n").split(/\n+/)) made.append(element(page, "p", { dir: "auto" }, line));

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
