import { element } from "../element.js";
import { schema } from "../settings.js";
import { activeIn } from "../toolbar.js";
import type { ReaderView } from "../view.js";
import css from "./keyboard.css" with { type: "text" };

const icon = "M4 6h16a1 1 0 011 1v10a1 1 0 01-1 1H4a1 1 0 01-1-1V7a1 1 0 011-1zM7 10h.01M11 10h.01M15 10h.01M17 14h.01M7 14h.01M10 14h4";

const headings = "h1, h2, h3, h4, h5, h6";
const blocks = "[data-pith-block], .restored";

/** Goes from block to block and from heading to heading by keys, and lists all keys of the view. */
export function keyboard(reader: ReaderView): void {
  const { page, body, scroller, toolbar, settings, phrases, shortcuts, onKey } = reader;
  reader.addStyle(css);
  let ahead: HTMLElement | undefined; // has the focus, and is still being scrolled to
  for (const type of ["scrollend", "wheel", "touchmove"]) scroller.addEventListener(type, () => (ahead = undefined), { passive: true }); // Safari tells of no end

  /** Moves the focus to the next or the previous of these; from where the reader is, not from where the focus was left. */
  function step(selector: string, by: 1 | -1): boolean {
    const all = [...body.querySelectorAll<HTMLElement>(selector)];
    const active = activeIn(body);
    const from = active !== null && body.contains(active) && (active === ahead || isVisible(active)) ? active.closest<HTMLElement>(blocks) : null;
    const beyond = (each: HTMLElement): boolean => {
      if (from) return (from.compareDocumentPosition(each) & (by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING)) !== 0 && each !== from;
      return by > 0 ? endOf(each) > startOfView() : endOf(each) < startOfView();
    };
    const next = by > 0 ? all.find(beyond) : all.findLast(beyond);
    if (next === undefined) return false;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
    ahead = isVisible(next) ? undefined : next;
    return true;
  }
  const startOfView = (): number => scroller.getBoundingClientRect().top + 72; // below the toolbar
  const endOf = (each: Element): number => each.getBoundingClientRect().bottom;
  function isVisible(each: Element): boolean {
    const [place, window] = [each.getBoundingClientRect(), scroller.getBoundingClientRect()];
    return place.bottom > window.top && place.top < window.bottom;
  }

  onKey("j", () => step(blocks, 1), phrases.text("nextBlock"));
  onKey("k", () => step(blocks, -1), phrases.text("previousBlock"));
  onKey("n", () => step(headings, 1), phrases.text("nextHeading"));
  onKey("p", () => step(headings, -1), phrases.text("previousHeading"));
  const { step: grain } = schema.size;
  onKey("+", () => settings.change({ size: settings.current.size + grain }), phrases.text("larger"));
  onKey("-", () => settings.change({ size: settings.current.size - grain }), phrases.text("smaller"));
  onKey("i", () => settings.change({ images: !settings.current.images }), phrases.text("setting.images"));

  const panel = toolbar.addPanel(phrases.text("shortcuts"), icon, () => {
    const rows = [...shortcuts, { key: "Escape", description: phrases.text("close") }].flatMap(({ key, description }) => [
      element(page, "dt", {}, ...keysOf(page, key)),
      element(page, "dd", {}, description),
    ]);
    return element(page, "dl", { class: "shortcuts", tabindex: "0" }, ...rows); // so that the keyboard can scroll it
  });
  panel.button.classList.add("keyboard");
  onKey("?", () => panel.toggle(), phrases.text("shortcuts"));
}

function keysOf(page: Document, key: string): readonly Node[] {
  const names = key.startsWith("mod+") ? ["Ctrl", key.slice(4)] : [key];
  return names.map((name) => element(page, "kbd", {}, name.length === 1 ? name.toUpperCase() : name.replace("Arrow", "")));
}
