import { element, icon } from "../element.js";
import { closeIcon } from "../icons.js";
import { goTo, placeInArticle } from "../links.js";
import { wipe } from "../paint.js";
import type { ReaderView } from "../view.js";
import css from "./footnotes.css" with { type: "text" };
import { onScroll } from "./scrolling.js";

const longestMark = 6; // "[12]", "Fn. 3", "†"
const longestNote = 4000; // characters; what is longer is a part of the article

/** Shows a footnote beside its mark. The mark's link stays what it is: the note's own place is one step further. */
export function footnotes(reader: ReaderView): void {
  const { page, element: view, body, article, phrases, say } = reader;
  reader.addStyle(css);
  let open: { readonly box: HTMLElement; readonly mark: HTMLElement } | undefined;

  function close(): void {
    open?.box.remove();
    open?.mark.removeAttribute("aria-expanded");
    open = undefined;
  }

  function show(mark: HTMLAnchorElement, note: HTMLElement): void {
    close();
    const name = phrases.text("footnote", { mark: mark.textContent?.replace(/[[\]\s]/g, "") ?? "" });
    const shut = element(page, "button", { type: "button", "aria-label": phrases.text("close"), class: "shut" }, icon(page, closeIcon));
    const go = element(page, "button", { type: "button", class: "go" }, phrases.text("goToNote"));
    const { lang, dir } = article;
    const text = element(page, "div", { class: "body", ...(lang && { lang }), ...(dir && { dir }) }, ...copyOf(note));
    const box = element(page, "div", { class: "footnote", role: "dialog", "aria-label": name, tabindex: "-1" }, text, go, shut);
    open = { box, mark };
    const back = (): void => {
      close();
      mark.focus({ preventScroll: true });
    };
    shut.addEventListener("click", back);
    go.addEventListener("click", () => {
      close();
      goTo(note);
      say(phrases.text("atNote"), { name: phrases.text("backToText"), action: () => (mark.scrollIntoView({ block: "center" }), mark.focus({ preventScroll: true })) });
    });
    box.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !box.contains(relatedTarget)) close();
    });
    mark.setAttribute("aria-expanded", "true");
    view.append(box);
    placeAt(box, mark, view);
    box.focus({ preventScroll: true });
  }

  body.addEventListener("click", (event) => {
    close();
    const mark = (event.target as Element).closest("a");
    if (!mark || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = placeInArticle(body, mark, article.url);
    if (!note || !isMark(mark, note)) return;
    event.preventDefault();
    show(mark, note);
  });
  onScroll(reader, () => {
    if (!open) return;
    const [around, at] = [view.getBoundingClientRect(), open.mark.getBoundingClientRect()];
    if (at.bottom < around.top || at.top > around.bottom || at.right < around.left || at.left > around.right) close();
    else placeAt(open.box, open.mark, view);
  });
  reader.onKey("Escape", () => {
    if (!open) return false;
    const { mark } = open;
    close();
    mark.focus({ preventScroll: true });
    return true;
  });
}

/** A short link to what stands further on, and is not a heading; the link back from a note leads the other way. */
function isMark(link: HTMLAnchorElement, note: HTMLElement): boolean {
  const text = link.textContent?.trim() ?? "";
  const isShort = text.length > 0 && text.length <= longestMark && (link.closest("sup") !== null || link.querySelector("sup") !== null || /^\W*[\divx]{1,4}\W*$|^[*†‡§¶]+$/i.test(text));
  const isAfter = (link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isShort && isAfter && !/^h\d$/.test(note.localName) && (note.textContent?.length ?? 0) <= longestNote;
}

/** The note's content without the names that its elements have in the article, without what is painted in it, and without the arrow that leads back. */
function copyOf(note: HTMLElement): readonly Node[] {
  const source = note.matches("a, sup, span, b") ? (note.closest<HTMLElement>("li, p, dd, td, aside, div") ?? note) : note;
  const copy = source.cloneNode(true) as HTMLElement;
  for (const named of copy.querySelectorAll("[id], [data-pith-block]")) for (const name of ["id", "data-pith-block", "data-pith-element"]) named.removeAttribute(name);
  wipe(copy);
  for (const link of copy.querySelectorAll("a")) if (/^[\s↩︎⤴^↑\ufe0e]+$/u.test(link.textContent ?? "")) link.remove();
  return [...copy.childNodes];
}

/** Below the mark, or above it where there is more room; within the view in any case. */
function placeAt(box: HTMLElement, mark: HTMLElement, view: HTMLElement): void {
  const [around, at] = [view.getBoundingClientRect(), mark.getBoundingClientRect()];
  const room = { below: around.bottom - at.bottom, above: at.top - around.top };
  const gap = 8;
  const below = room.below >= box.offsetHeight + gap || room.below >= room.above;
  const top = below ? at.bottom - around.top + gap : Math.max(gap, at.top - around.top - box.offsetHeight - gap);
  const left = Math.min(Math.max(12, at.left - around.left - box.offsetWidth / 2), around.width - box.offsetWidth - 12);
  box.style.cssText = `top: ${top}px; left: ${left}px; max-height: ${Math.max(120, (below ? room.below : room.above) - 2 * gap)}px`;
}
