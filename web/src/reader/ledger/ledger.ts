import type { Article, Removal } from "../../types.js";
import { element } from "../element.js";
import type { Phrases } from "../phrases.js";
import type { ReaderView } from "../view.js";

const icon = "M3 12s3.5-6 9-6c1.6 0 3 .5 4.200 1.200M21 12s-3.500 6-9 6c-1.600 0-3-.5-4.200-1.200M5 19L19 5";

/** What was left out of the article, opened by two quiet lines, one in the head and one in the foot; nothing where nothing was. */
export function ledger({ page, body, footer, article, phrases, toolbar, addFact }: ReaderView): void {
  const hidden = hiddenBlocks(article);
  if (hidden.length === 0) return;
  const entries = (): HTMLElement => element(page, "ul", { class: "ledger" }, ...group(hidden).map((run, order) => entry(page, body, run, order, phrases)));
  const panel = toolbar.addPanel(phrases.text("ledger"), icon, entries, { stays: true });
  const line = (): HTMLElement => {
    const button = element(page, "button", { type: "button", class: "hidden", dir: "auto" }, phrases.text("blocksHidden", { count: hidden.length }));
    button.addEventListener("click", () => panel.open());
    return button;
  };
  addFact(line());
  footer.append(line());
}

/** What the view left out of the page: headline and author stand in its own header, so they are not missed. */
function hiddenBlocks({ title, byline, removed = [] }: Article): readonly Removal[] {
  return removed.filter(({ reason, text }) => text && !(reason === "title" && title) && !(reason === "byline" && byline));
}

/** The reason of a removal in plain words; a code that is not known yet is at least readable. */
function reasonInWords(code: string, phrases: Phrases): string {
  return phrases.find(`reason.${code}`) ?? code.charAt(0).toUpperCase() + code.slice(1).replaceAll("-", " ");
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

function entry(page: Document, body: HTMLElement, run: Run, order: number, phrases: Phrases): HTMLElement {
  const count = run.lines.length > 1 ? ` · ${phrases.text("blocksHidden", { count: run.lines.length })}` : "";
  const why = `p-why-${order}`;
  const button = element(page, "button", { type: "button", "aria-describedby": why }, phrases.text("showBlock"));
  let shown: HTMLElement | undefined;
  button.addEventListener("click", () => {
    if (shown === undefined) {
      shown = insert(page, body, run, order, phrases);
      shown.scrollIntoView({ block: "start" });
    } else {
      shown.remove();
      shown = undefined;
    }
    button.textContent = shown === undefined ? phrases.text("showBlock") : phrases.text("hideBlock");
  });
  const text = element(page, "p", { dir: "auto" }, run.lines.join(" · "));
  return element(page, "li", {}, element(page, "b", { id: why }, reasonInWords(run.reason, phrases)), count, text, button);
}

/** Shows a run where it stood: before the first kept block that follows it, after those restored ones that precede it. */
function insert(page: Document, body: HTMLElement, run: Run, order: number, phrases: Phrases): HTMLElement {
  const { parent, before } = placeOf(body, run.before);
  const inList = parent.localName === "ul" || parent.localName === "ol";
  const attributes = { class: "restored", "data-order": String(order) };
  const made = element(page, inList ? "li" : "div", attributes);
  made.append(element(page, "b", {}, `${phrases.text("restored")} · ${reasonInWords(run.reason, phrases)}`));
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
