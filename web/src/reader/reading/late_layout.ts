import { later as waiting } from "../later.js";
import type { ReaderView } from "../view.js";
import css from "./late_layout.css" with { type: "text" };

/** Blocks that fill any window. */
const first = 40;
/** Blocks that are laid out in one go after that: some ten milliseconds. */
const atOnce = 100;
const longestWait = 500; // ms, where the browser is never idle
const pause = 50; // ms

/**
 * Lays a long article out from its beginning on: what fills the window at once, the rest bit by bit when the browser has nothing else to
 * do. What comes in sight or is printed before its turn is laid out then. In the end nothing is guessed.
 */
export function lateLayout({ body, addStyle, onOpen, onClose }: ReaderView): void {
  const later = [...body.children].slice(first);
  if (later.length < atOnce) return;
  addStyle(css);
  for (const block of later) block.setAttribute(waiting, "");
  let forget = (): void => {};
  const goOn = (): void => {
    for (const block of later.splice(0, atOnce)) block.removeAttribute(waiting);
    if (later.length > 0) wait();
  };
  function wait(): void {
    if (typeof globalThis.requestIdleCallback === "function") {
      const idle = requestIdleCallback(goOn, { timeout: longestWait });
      forget = () => cancelIdleCallback(idle);
    } else {
      const timer = setTimeout(goOn, pause); // Safari does not tell when it is idle
      forget = () => clearTimeout(timer);
    }
  }
  onOpen(wait);
  onClose(() => forget());
}
