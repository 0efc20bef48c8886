import type { ReaderView } from "../view.js";

/** Calls when the view has scrolled or changed its size, at most once a frame. */
export function onScroll({ scroller, text, onOpen, onClose }: ReaderView, listener: () => void): void {
  let waiting = 0;
  const soon = (): void => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      listener();
    });
  };
  scroller.addEventListener("scroll", soon, { passive: true });
  const observer = new ResizeObserver(soon);
  onOpen(() => observer.observe(text));
  onClose(() => {
    observer.disconnect();
    cancelAnimationFrame(waiting);
  });
}

/** How much of the article has gone by, 0..1, whichever way it flows. */
export function shareRead(scroller: HTMLElement): number {
  const down = scroller.scrollHeight - scroller.clientHeight;
  const aside = scroller.scrollWidth - scroller.clientWidth;
  const share = aside > down ? Math.abs(scroller.scrollLeft) / aside : down > 0 ? scroller.scrollTop / down : 1;
  return Math.min(1, Math.max(0, share));
}
