import type { Article, Removal } from "../../types.js";
import { element } from "../element.js";
import type { Panel } from "../toolbar.js";
import type { ReaderFeature, ReaderView } from "../view.js";
import css from "./ledger.css" with { type: "text" };
import { leftOut } from "./left_out.js";

const icon = "M3 12s3.5-6 9-6c1.6 0 3 .5 4.2 1.2M21 12s-3.5 6-9 6c-1.6 0-3-.5-4.2-1.2M5 19L19 5";

/** Something that the article on the screen does not have. */
export interface Entry {
  /** Why, in plain words. */
  readonly reason: string;
  readonly lines: readonly string[];
  /** 0..1, how sure Pith is that it belongs to the article; undefined where it was not Pith who judged. */
  readonly score?: number | undefined;
  /** The page's block element that it comes from. */
  readonly element?: number | undefined;
  /** Whether Pith or the reader left it out: what a rule would change, or confirm. */
  readonly by: "pith" | "reader";
  /** Its buttons. */
  readonly actions: HTMLElement;
  /** Its place in the list. */
  readonly item: HTMLElement;
}

/** What parts of the ledger have to work with. */
export interface Ledger {
  readonly panel: Panel;
  /** Above the entries. */
  readonly head: HTMLElement;
  /** Below the entries. */
  readonly foot: HTMLElement;
  /** Lists something more; the list is in the order of additions. */
  add(entry: Omit<Entry, "actions" | "item">): Entry;
  remove(entry: Entry): void;
  /** How many blocks went out of sight, negative where they came back. */
  count(blocks: number): void;
  /** Called for each entry, those there are and those to come. */
  onEntry(listener: (entry: Entry) => void): void;
  /** Called when somebody looks at the ledger for the first time. */
  onOpen(action: () => void): void;
}

/**
 * The ledger: what is not in the article on the screen, and why. Two quiet lines open it, one in the head and one in the foot.
 * @param parts what more it can do; without them there is no ledger where nothing was left out
 */
export function ledger(...parts: readonly ((reader: ReaderView, ledger: Ledger) => void)[]): ReaderFeature {
  return (reader) => {
    const { page, phrases, toolbar, article, footer } = reader;
    const runs = group(hiddenBlocks(article));
    if (runs.length === 0 && parts.length === 0) return;
    reader.addStyle(css);
    const list = element(page, "ul", { class: "ledger" });
    const [head, foot] = [element(page, "div"), element(page, "div")];
    const panel = toolbar.addPanel(phrases.text("ledger"), icon, show, { stays: true });
    const listeners: ((entry: Entry) => void)[] = [];
    const opening: (() => void)[] = [];
    const entries = new Set<Entry>();
    const lines = [line(), line()] as const;
    let share: Intl.NumberFormat | undefined; // making one takes a quarter of a millisecond
    let hidden = runs.reduce((sum, run) => sum + run.length, 0);
    let isFilled = false;

    function line(): HTMLElement {
      const button = element(page, "button", { type: "button", class: "hidden", dir: "auto" });
      button.addEventListener("click", () => panel.open());
      return button;
    }

    function count(blocks: number): void {
      hidden += blocks;
      for (const each of lines) each.textContent = hidden > 0 ? phrases.text("blocksHidden", { count: hidden }) : phrases.text("nothingHidden");
    }

    /** Pages leave out hundreds of blocks that few people look at: their entries are made when somebody does, or when one is to follow them. */
    function fill(): void {
      if (isFilled) return;
      isFilled = true;
      leftOut(reader, made, runs);
    }

    function show(): HTMLElement {
      fill();
      for (const action of opening) action();
      return element(page, "div", {}, head, list, foot);
    }

    function add(given: Omit<Entry, "actions" | "item">): Entry {
      fill();
      const id = `p-entry-${entries.size}`;
      const facts = [element(page, "b", { id }, given.reason)];
      if (given.lines.length > 1) facts.push(element(page, "span", {}, phrases.text("blocks", { count: given.lines.length })));
      if (given.score !== undefined) facts.push(element(page, "span", {}, phrases.text("likely", { percent: (share ??= new Intl.NumberFormat(phrases.locale, { style: "percent" })).format(given.score) })));
      const actions = element(page, "p", { class: "entry-actions", role: "group", "aria-labelledby": id });
      const item = element(page, "li", {}, element(page, "p", { class: "why" }, ...facts), element(page, "p", { dir: "auto" }, given.lines.join(" · ")), actions);
      const entry = { ...given, actions, item };
      entries.add(entry);
      list.append(item);
      for (const listener of listeners) listener(entry);
      return entry;
    }

    function remove(entry: Entry): void {
      entries.delete(entry);
      entry.item.remove();
    }

    function onEntry(listener: (entry: Entry) => void): void {
      listeners.push(listener);
      for (const entry of entries) listener(entry);
    }

    const made: Ledger = { panel, head, foot, add, remove, count, onEntry, onOpen: (action) => void opening.push(action) };
    if (hidden > 0) {
      count(0);
      reader.addFact(lines[0]);
      footer.append(lines[1]);
    }
    for (const part of parts) part(reader, made);
    reader.onKey("l", () => panel.toggle(), phrases.text("ledger"));
  };
}

/** What the view left out of the page: headline and author stand in its own header, so they are not missed. */
function hiddenBlocks({ title, byline, removed = [] }: Article): readonly Removal[] {
  return removed.filter(({ reason, text }) => text && !(reason === "title" && title) && !(reason === "byline" && byline));
}

/** Neighbours that went for one reason: a menu is dozens of blocks, but one thing to a reader. */
function group(hidden: readonly Removal[]): readonly (readonly Removal[])[] {
  const runs: Removal[][] = [];
  for (const removal of hidden) {
    const first = runs.at(-1)?.[0];
    if (first?.reason === removal.reason && first.before === removal.before) runs.at(-1)?.push(removal);
    else runs.push([removal]);
  }
  return runs;
}
