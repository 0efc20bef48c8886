import { element } from "../element.js";
import { activeIn } from "../toolbar.js";
import type { ReaderView } from "../view.js";
import { childrenOf } from "./insert.js";
import type { Entry, Ledger } from "./ledger.js";
import css from "./remove_by_hand.css" with { type: "text" };

/** What goes as one, whatever in it was meant. */
const wholes = "figure, .wide, .restored, .code, .embed";

/**
 * Removes blocks that the reader points at, and lists them in the ledger. In a mode of its own a click removes; the Delete key removes the
 * block with the focus at any time. All can be undone.
 */
export function removeByHand(reader: ReaderView, ledger: Ledger): void {
  const { page, element: view, body, phrases } = reader;
  const undoable: (() => void)[] = [];
  reader.addStyle(css);

  const start = element(page, "button", { type: "button", class: "pick" }, phrases.text("removeBlocks"));
  start.addEventListener("click", () => setMode(true));
  ledger.head.append(start);
  const undoButton = element(page, "button", { type: "button" }, phrases.text("undo"));
  const doneButton = element(page, "button", { type: "button" }, phrases.text("done"));
  const bar = element(page, "div", { class: "mode", role: "status" }, element(page, "span", {}, phrases.text("removing")), undoButton, doneButton);
  bar.hidden = true;
  undoButton.addEventListener("click", undo);
  doneButton.addEventListener("click", () => setMode(false));
  view.append(bar);

  function setMode(on: boolean): void {
    if (on) reader.toolbar.close();
    else if (bar.contains(activeIn(bar))) view.focus({ preventScroll: true });
    bar.hidden = !on;
    undoButton.hidden = undoable.length === 0;
    view.classList.toggle("removing", on);
  }

  function remove(block: HTMLElement): void {
    const place = page.createComment(""); // holds the place whatever happens around it
    const next = neighbour(block);
    const focused = activeIn(block);
    // What was put back is listed already, with the button that hides it again.
    const hide = block.matches(".restored") ? block.querySelector<HTMLElement>(".note button:last-child") : null;
    if (hide) hide.click();
    else block.replaceWith(place);
    if (focused !== null && !focused.isConnected) (next ?? view).focus();
    if (hide) return;
    const numbered = block.closest<HTMLElement>("[data-pith-element]") ?? block.querySelector<HTMLElement>("[data-pith-element]");
    const entry = ledger.add({ reason: phrases.text("byYou"), lines: [textOf(block, phrases.text("image"))], element: numberOf(numbered), by: "reader" });
    ledger.count(1);
    const back = element(page, "button", { type: "button" }, phrases.text("putBack"));
    const restore = (): void => putBack(place, block, entry, restore);
    back.addEventListener("click", restore);
    entry.actions.prepend(back);
    undoable.push(restore);
    undoButton.hidden = false;
    reader.say(phrases.text("removed"), { name: phrases.text("undo"), action: restore });
  }

  function putBack(place: Comment, block: HTMLElement, entry: Entry, restore: () => void): void {
    const at = undoable.indexOf(restore);
    if (at < 0) return; // it is back already
    undoable.splice(at, 1);
    undoButton.hidden = undoable.length === 0;
    place.replaceWith(block);
    ledger.remove(entry);
    ledger.count(-1);
    block.scrollIntoView({ block: "nearest" });
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
  }

  function undo(): boolean {
    undoable.at(-1)?.();
    return true;
  }

  body.addEventListener(
    "click",
    (event) => {
      if (bar.hidden) return;
      event.preventDefault();
      event.stopPropagation();
      const block = blockOf(body, event.target as Element);
      if (block) remove(block);
    },
    true,
  );
  body.addEventListener("pointerover", ({ target }) => {
    if (bar.hidden) return;
    body.querySelector(".aimed")?.classList.remove("aimed");
    blockOf(body, target as Element)?.classList.add("aimed");
  });
  reader.onClose(() => body.querySelector(".aimed")?.classList.remove("aimed"));

  reader.onKey("x", () => setMode(bar.hidden), phrases.text("removeBlocks"));
  reader.onKey("Escape", () => (bar.hidden ? false : setMode(false)));
  reader.onKey("Delete", () => {
    const active = activeIn(body);
    const block = active && body.contains(active) && !active.matches("button") ? blockOf(body, active) : undefined;
    if (!block) return false;
    remove(block);
    return true;
  }, phrases.text("removeThis"));
  reader.onKey("mod+z", () => undoable.length > 0 && undo(), phrases.text("undo"));
}

/** The block that an element of the article stands in. */
function blockOf(body: HTMLElement, target: Element): HTMLElement | undefined {
  if (target === body || !body.contains(target)) return undefined;
  const block = target.closest<HTMLElement>(wholes) ?? target.closest<HTMLElement>("[data-pith-block]");
  if (block && block !== body && body.contains(block)) return block;
  let top = target;
  while (top.parentElement && top.parentElement !== body) top = top.parentElement;
  return top as HTMLElement;
}

/** What gets the focus when a block goes. */
function neighbour(block: HTMLElement): HTMLElement | undefined {
  const all = childrenOf(block.parentElement as Element);
  const at = all.indexOf(block);
  const next = all[at + 1] ?? all[at - 1];
  if (next === undefined) return undefined;
  next.tabIndex = -1;
  return next;
}

function textOf(block: Element, image: string): string {
  return (block.querySelector("pre") ?? block).textContent?.replace(/\s+/g, " ").trim() || block.querySelector("img")?.alt || image;
}

function numberOf(block: HTMLElement | null): number | undefined {
  const number = Number(block?.dataset["pithElement"] ?? Number.NaN);
  return Number.isInteger(number) ? number : undefined;
}
