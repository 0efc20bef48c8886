import { own } from "../../own.js";
import { readBody, type BodyText } from "../body_text.js";
import { element } from "../element.js";
import type { Mark } from "../host.js";
import { paint, unpaint, type Paint } from "../paint.js";
import { isOn, reveal } from "../reveal.js";
import { selectionMenu } from "../selection/menu.js";
import { activeIn } from "../toolbar.js";
import type { ReaderView } from "../view.js";
import { anchorOf, findPlace, type Place } from "./anchor.js";
import { annotationsOf } from "./annotations.js";
import { colours, longest, type Colour } from "./mark.js";
import { markEntry, type MarkActions } from "./mark_entries.js";
import { markList } from "./mark_list.js";
import css from "./marks.css" with { type: "text" };

const icon = "M4 20h16M8 16l-2.500.5.5-2.500L15.500 4.500a1.400 1.400 0 012 2zM13.500 6.500l2 2";
const noteIcon = "M5 5h14v10l-4 4H5zM15 19v-4h4M8.500 9h7M8.500 12.500h4";

/** Highlights and notes: made from selected words, drawn over the article, listed in a panel, kept by the host; nothing where it keeps none. */
export function marks(view: ReaderView): void {
  const { page, element: root, scroller, body, article, host, phrases, toolbar, say } = view;
  if (host.marks === undefined) return;
  view.addStyle(css);
  const menu = selectionMenu(view);
  const content = element(page, "div", { class: "marks" });
  /** The article as it was when the marks were looked for, and where each was found. */
  let text: BodyText | undefined;
  const found = new Map<string, Place>();
  let drawn: readonly Paint[] = [];
  let isOpen = false;

  const list = markList(host.marks, {
    changed: () => isOpen && show(),
    failed: (what) => say(phrases.text(what === "load" ? "marksNotRead" : "marksNotKept"), { name: phrases.text("retry"), action: () => list.retry() }),
  });
  const panel = toolbar.addPanel(phrases.text("marks"), icon, content, { stays: true });

  const actions: MarkActions = {
    goTo(mark) {
      const range = rangeOf(mark);
      if (range) reveal(scroller, range);
    },
    change: (id, changed) => list.change(id, changed),
    remove(id) {
      const mark = list.current.find((each) => each.id === id);
      if (mark === undefined) return;
      list.remove(id);
      panel.element.focus();
      say(phrases.text("markDeleted"), { name: phrases.text("undo"), action: () => list.add(mark) });
    },
  };

  /** Finds every mark in the article as it is now, draws and lists them. */
  function show(): void {
    found.clear();
    if (list.current.length === 0) {
      draw([]);
      return showList([]); // as in most articles: nothing to read them for
    }
    view.whole();
    const now = readBody(body);
    const places = list.current.map((mark) => ({ mark, place: findPlace(now.text, mark) }));
    for (const { mark, place } of places) if (place) found.set(mark.id, place);
    draw(places.flatMap(({ mark, place }) => (place ? { ...place, name: `pith-${mark.colour}` } : [])), now);
    const inOrder = places.toSorted((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || 0);
    showList(inOrder.map(({ mark }) => mark));
  }

  /** Draws what is to be drawn now; what is drawn already stays. */
  function draw(next: readonly Paint[], now = text): void {
    const keyOf = ({ name, start, end }: Paint): string => `${name} ${start} ${end}`;
    const keys = new Set(now?.text === text?.text ? next.map(keyOf) : []);
    if (text) unpaint(view, text, drawn.filter((words) => !keys.has(keyOf(words))));
    text = now;
    drawn = next;
    if (text) paint(view, text, drawn); // all, since what is gone may have lain over what stays
  }

  /** Where a mark is now, if it was found. */
  function rangeOf({ id }: Mark): Range | undefined {
    const place = found.get(id);
    return place && text?.rangeOf(place.start, place.end);
  }

  let shownIds: readonly string[] = [];

  function showList(inOrder: readonly Mark[]): void {
    const active = activeIn(root);
    const ids = inOrder.map(({ id }) => id);
    // A note that is being written stays as it is.
    if (active?.localName === "textarea" && content.contains(active) && ids.join() === shownIds.join()) return;
    shownIds = ids;
    const within = active?.closest("[data-mark]")?.getAttribute("data-mark");
    const name = active?.localName;
    const value = active?.getAttribute("value");
    const entries = inOrder.map((mark) => markEntry(view, mark, found.has(mark.id), actions));
    if (entries.length === 0) return content.replaceChildren(element(page, "p", {}, phrases.text("noMarks")));
    content.replaceChildren(element(page, "ul", {}, ...entries), ...(host.saveFile ? [exportButton()] : []));
    // The list is made anew at every change: the focus stays where it was.
    if (within) entryOf(within)?.querySelector<HTMLElement>(value ? `input[value="${value}"]` : (name ?? "button"))?.focus();
  }

  function exportButton(): HTMLElement {
    const button = element(page, "button", { type: "button", class: "export" }, phrases.text("exportMarks"));
    button.addEventListener("click", () => {
      const json = JSON.stringify(annotationsOf(list.current, article.url), null, 2);
      const file = { name: "highlights.json", type: "application/json", content: new Blob([json], { type: "application/json" }) };
      host.saveFile?.(file).then(() => say(phrases.text("savedFile", { name: file.name })), () => say(phrases.text("saveFailed")));
    });
    return button;
  }

  function entryOf(id: string): HTMLElement | null {
    return content.querySelector(`[data-mark="${CSS.escape(id)}"]`);
  }

  function openEntry(id: string, focus: "textarea" | "button"): void {
    panel.open();
    const entry = entryOf(id);
    entry?.scrollIntoView({ block: "nearest" });
    entry?.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  }

  function make(range: Range, colour: Colour): Mark | undefined {
    const { text: all, offsetOf } = readBody(body);
    const start = offsetOf(range.startContainer, range.startOffset);
    const end = offsetOf(range.endContainer, range.endOffset);
    const words = all.slice(start, end);
    const exact = words.trim();
    if (exact === "") return undefined;
    if (exact.length > longest) return say(phrases.text("markTooLong")), undefined;
    const from = start + words.indexOf(exact);
    const mark: Mark = { id: newId(), colour, note: "", created: new Date().toISOString(), ...anchorOf(all, { start: from, end: from + exact.length }) };
    list.add(mark);
    say(phrases.text(isPassing ? "markedForNow" : "marked"));
    isPassing = false; // said once
    return mark;
  }

  let { isPassing = false } = host.marks;
  let lastColour: Colour = "yellow";
  for (const colour of colours) {
    menu.add({
      name: phrases.text("markIn", { colour: phrases.text(`colour.${colour}`) }),
      icon: () => element(page, "span", { class: `swatch ${colour}` }),
      act: (range) => void make(range, (lastColour = colour)),
    });
  }
  menu.add({
    name: phrases.text("addNote"),
    icon: noteIcon,
    key: "m",
    act(range) {
      const mark = make(range, lastColour);
      if (mark) openEntry(mark.id, "textarea");
    },
  });
  view.onKey("h", () => {
    const range = menu.selected();
    if (range === undefined) return false;
    menu.dismiss();
    return make(range, lastColour) !== undefined;
  }, phrases.text("markKey"));

  body.addEventListener("click", ({ clientX: x, clientY: y, target }) => {
    if ((target as Element).closest("a, button, summary") !== null || menu.selected() !== undefined) return;
    const hit = list.current.findLast((mark) => {
      const range = rangeOf(mark);
      return range !== undefined && isOn(range, x, y);
    });
    if (hit) openEntry(hit.id, "button");
  });
  /** The view is closed, or the page is left. */
  function keepAll(): void {
    for (const note of content.querySelectorAll("textarea")) note.dispatchEvent(new Event("change")); // one that is being written
    list.flush();
  }

  view.onOpen(() => {
    isOpen = true;
    show();
    const window = own(body.ownerDocument, "defaultView");
    window?.addEventListener("pagehide", keepAll);
    const unwatch = host.marks?.onChange?.(list.reload);
    view.onClose(() => {
      window?.removeEventListener("pagehide", keepAll);
      unwatch?.();
      keepAll();
      isOpen = false; // what comes from the store only now is not drawn any more
    });
  });
}

/** `crypto.randomUUID` is not there on pages without TLS. */
function newId(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
