import { element } from "../element.js";
import { activeIn } from "../toolbar.js";
import type { ReaderView } from "../view.js";
import css from "./ruler.css" with { type: "text" };

/** A clear strip of a few lines that follows the pointer, or the block with the focus, while all else is dimmed. */
export function ruler({ page, element: view, body, settings, phrases, addStyle, onKey }: ReaderView): void {
  addStyle(css);
  const strip = element(page, "div", { class: "ruler", "aria-hidden": "true" });
  view.append(strip);
  settings.onChange(({ ruler: on }) => (strip.hidden = !on));
  const moveTo = (y: number): void => strip.style.setProperty("--at", `${y - view.getBoundingClientRect().top}px`);
  view.addEventListener("pointermove", ({ clientY }) => strip.hidden || moveTo(clientY), { passive: true });
  body.addEventListener("focusin", () => {
    const place = activeIn(body)?.getBoundingClientRect();
    if (place && !strip.hidden) moveTo(place.top + Math.min(place.height / 2, 24));
  });
  onKey("r", () => settings.change({ ruler: !settings.current.ruler }), phrases.text("setting.ruler"));
}
