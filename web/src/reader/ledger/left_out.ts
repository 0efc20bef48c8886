import type { Removal } from "../../types.js";
import { element } from "../element.js";
import type { ReaderView } from "../view.js";
import { insertInPlace } from "./insert.js";
import type { Ledger } from "./ledger.js";

/** Lists what Pith left out; each can be looked at in its place, and put back there. */
export function leftOut({ page, body, phrases }: ReaderView, ledger: Ledger, runs: readonly (readonly Removal[])[]): void {
  for (const [order, run] of runs.entries()) {
    const [first] = run;
    if (first === undefined) continue;
    const lines = run.map(({ text }) => text);
    const score = run.reduce((most, { score }) => Math.max(most, score), 0);
    const reason = phrases.find(`reason.${first.reason}`) ?? readable(first.reason);
    const entry = ledger.add({ reason, lines, score: Number.isFinite(score) ? score : undefined, element: first.element, by: "pith" });
    const show = button("showBlock", () => (shown ? hide() : peek()));
    const restore = button("putBack", putBack);
    entry.actions.prepend(show, restore); // before what others offer
    let shown: HTMLElement | undefined;

    function button(key: "showBlock" | "putBack" | "hideBlock", action: () => void): HTMLButtonElement {
      const made = element(page, "button", { type: "button" }, phrases.text(key));
      made.addEventListener("click", action);
      return made;
    }

    function update(): void {
      show.textContent = phrases.text(shown ? "hideBlock" : "showBlock");
      restore.hidden = shown?.classList.contains("back") ?? false;
    }

    function peek(): void {
      const note = element(page, "p", { class: "note" }, element(page, "b", {}, `${phrases.text("leftOut")} · ${reason}`), button("putBack", putBack), button("hideBlock", hide));
      shown = insertInPlace(body, first?.before ?? 0, order, (tag) => element(page, tag, { class: "restored" }, note));
      for (const line of lines.join("\n").split(/\n+/)) shown.append(element(page, "p", { dir: "auto" }, line));
      shown.scrollIntoView({ block: "start" });
      update();
    }

    function putBack(): void {
      if (shown === undefined) peek();
      shown?.classList.add("back");
      ledger.count(-lines.length);
      update();
      show.focus({ preventScroll: true });
    }

    function hide(): void {
      if (shown?.classList.contains("back")) ledger.count(lines.length);
      shown?.remove();
      shown = undefined;
      update();
      show.focus({ preventScroll: true });
    }
  }
}

/** A code that is not known yet. */
function readable(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll("-", " ");
}
