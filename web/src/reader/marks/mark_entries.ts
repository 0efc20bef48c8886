import { element } from "../element.js";
import type { Mark } from "../host.js";
import type { ReaderView } from "../view.js";
import { colours, longest } from "./mark.js";

const pause = 500; // ms of typing nothing, after which a note is kept

/** What can be done with a mark in the list. */
export interface MarkActions {
  goTo(mark: Mark): void;
  change(id: string, changed: Partial<Pick<Mark, "note" | "colour">>): void;
  remove(id: string): void;
}

/** One mark in the list: its words, which lead to them where they are still in the article, its note, its colour. */
export function markEntry({ page, phrases, article }: ReaderView, mark: Mark, isFound: boolean, actions: MarkActions): HTMLLIElement {
  const words = { class: "quote", ...(article.lang && { lang: article.lang }), dir: "auto" };
  const text = mark.quote.exact.replaceAll(/\s+/g, " ");
  const quote = isFound ? element(page, "button", { type: "button", ...words }, text) : element(page, "p", words, text);
  if (isFound) quote.addEventListener("click", () => actions.goTo(mark));

  const note = element(page, "textarea", { rows: "1", maxlength: `${longest}`, placeholder: phrases.text("noteHint"), "aria-label": phrases.text("noteOn", { quote: text.slice(0, 60) }), dir: "auto" });
  note.value = mark.note;
  let typing: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(typing);
    if (note.value.trim() !== kept) actions.change(mark.id, { note: (kept = note.value.trim()) });
  };
  let kept = mark.note;
  note.addEventListener("change", keep);
  note.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(keep, pause);
  });
  note.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // leaves the note, not the view
    note.blur();
    quote.closest("li")?.querySelector("button")?.focus();
  });

  const choices = colours.map((colour) => {
    const input = element(page, "input", { type: "radio", name: `p-colour-${mark.id}`, value: colour, "aria-label": phrases.text(`colour.${colour}`) });
    input.checked = mark.colour === colour;
    input.addEventListener("change", () => actions.change(mark.id, { colour }));
    return element(page, "label", { title: phrases.text(`colour.${colour}`) }, input, element(page, "span", { class: `swatch ${colour}` }));
  });
  const remove = element(page, "button", { type: "button" }, phrases.text("deleteMark"));
  remove.addEventListener("click", () => actions.remove(mark.id));
  const lost = isFound ? [] : [element(page, "p", { class: "lost" }, phrases.text("markLost"))];
  return element(page, "li", { class: mark.colour, "data-mark": mark.id }, ...lost, quote, note, element(page, "div", { class: "row" }, ...choices, remove));
}
