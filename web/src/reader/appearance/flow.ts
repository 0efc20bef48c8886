import { activeIn } from "../toolbar.js";
import type { ReaderView } from "../view.js";

/** Columns are for windows that have room for them, in px; a phone has one. */
const leastColumn = 300;

/** Of a page in px: the columns' gap and the text's margins in more.css. */
const margin = 48;

const pageKeys = { " ": 1, PageDown: 1, PageUp: -1 } as const;

/**
 * Lets the text flow in lines from top to bottom (vertical writing), or in columns of the window's height. Both go on sideways, so the
 * wheel and the keys that page go sideways there.
 */
export function flow({ element: view, scroller, text, body, article, settings, onKey, onOpen, onClose }: ReaderView): void {
  const show = (): void => {
    const { columns, writing } = settings.current;
    const vertical = writing === "vertical" || (writing === "auto" && isVertical(article.lang, body));
    const fitting = columns > 1 ? Math.min(columns, Math.floor(view.clientWidth / leastColumn)) : 1; // to ask for the width has it all laid out
    view.dataset["flow"] = vertical ? "vertical" : fitting > 1 ? "columns" : "down";
    view.style.setProperty("--columns", String(fitting));
  };
  settings.onChange(show);
  onOpen(() => {
    show();
    const observer = new ResizeObserver(show);
    observer.observe(view);
    onClose(() => observer.disconnect());
  });

  const isSideways = (): boolean => view.dataset["flow"] !== "down";
  scroller.addEventListener(
    "wheel",
    (event) => {
      const target = event.target as Element;
      if (!isSideways() || event.deltaX !== 0 || event.ctrlKey || target.closest("pre, .wide") !== null) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1; // px a line
      scroller.scrollBy({ left: event.deltaY * unit * forward(), behavior: "instant" });
    },
    { passive: false },
  );
  for (const [key, pages] of Object.entries(pageKeys)) {
    onKey(key, () => {
      const active = activeIn(scroller);
      if (!isSideways() || (key === " " && active?.matches("a, button, input, summary, [role=button]"))) return false;
      scroller.scrollBy({ left: pages * forward() * (scroller.clientWidth - margin) });
      return true;
    });
  }

  /** +1 where the text goes on to the right. */
  function forward(): 1 | -1 {
    const { direction, writingMode } = getComputedStyle(text);
    return writingMode === "vertical-rl" || (writingMode === "horizontal-tb" && direction === "rtl") ? -1 : 1;
  }
}

/** Mongolian in its own script is written in columns; Chinese and Japanese only where the reader wants it. */
function isVertical(lang: string | null, body: HTMLElement): boolean {
  return /^mn-Mong/i.test(lang ?? "") || /^[\s\u1800-\u18af]{40}/.test(body.textContent?.trimStart().slice(0, 60) ?? "");
}
