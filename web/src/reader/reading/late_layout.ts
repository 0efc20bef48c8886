import { own } from "../../own.js";
import { few as atOnce, first } from "../fill_later.js";
import { later as waiting } from "../later.js";
import type { ReaderView } from "../view.js";
import css from "./late_layout.css" with { type: "text" };

const longestWait = 500; // ms, where the browser is never idle, or shows nothing
const pause = 50; // ms

/** What a person can do to an article: from then on all of it has to be there. */
const uses = ["keydown", "pointerdown", "click"] as const;

/**
 * Makes a long article from its beginning on: what fills the window at once; when that is on the screen all of the rest; and bit by bit, when
 * the browser has nothing else to do, the rest's layout. What is used, comes in sight or is printed before its turn has its turn then. In the
 * end nothing is guessed.
 */
export function lateLayout({ element: view, body, whole, onBlocks, addStyle, onOpen, onClose }: ReaderView): void {
  const later: Element[] = [];
  let isOpen = false;
  let forget = (): void => {};

  let shownAtOnce = first;
  onBlocks(({ children }) => {
    const blocks = [...children].slice(shownAtOnce);
    shownAtOnce = 0;
    if (blocks.length < atOnce) return;
    addStyle(css);
    for (const block of blocks) {
      block.setAttribute(waiting, "");
      later.push(block);
    }
    if (isOpen) wait();
  });

  function goOn(): void {
    for (const block of later.splice(0, atOnce)) block.removeAttribute(waiting);
    if (later.length > 0) wait();
  }

  function wait(action = goOn): void {
    if (typeof globalThis.requestIdleCallback === "function") {
      const idle = requestIdleCallback(action, { timeout: longestWait });
      forget = () => cancelIdleCallback(idle);
    } else {
      const timer = setTimeout(action, pause); // Safari does not tell when it is idle
      forget = () => clearTimeout(timer);
    }
  }

  onOpen(() => {
    isOpen = true;
    if (later.length > 0) wait();
    if (!body.hasAttribute("aria-busy")) return;
    const frame = requestAnimationFrame(() => body.hasAttribute("aria-busy") && wait(whole));
    const hidden = setTimeout(whole, longestWait); // a tab that is not seen has no frames
    const window = own(body.ownerDocument, "defaultView");
    window?.addEventListener("beforeprint", whole);
    for (const use of uses) view.addEventListener(use, whole, { capture: true });
    onClose(() => {
      cancelAnimationFrame(frame);
      clearTimeout(hidden);
      window?.removeEventListener("beforeprint", whole);
    });
  });
  onClose(() => forget());
}
