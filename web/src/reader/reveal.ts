import { layOut } from "./later.js";

/** Pixels at the head of the view that the toolbar covers. */
const head = 72;

/**
 * Scrolls to words that are out of sight, be it down or sideways (columns, vertical writing); those in sight stay where they are.
 * @param foot pixels at the foot that something covers
 */
export function reveal(scroller: HTMLElement, range: Range, foot = 0): void {
  layOut(scroller);
  const around = scroller.getBoundingClientRect();
  const box = boxOf(scroller, range);
  const top = box.top < around.top + head || box.bottom > around.bottom - foot ? box.top - around.top - scroller.clientHeight / 4 : 0;
  const left = box.left < around.left || box.right > around.right ? box.left - around.left - scroller.clientWidth / 4 : 0;
  if (top !== 0 || left !== 0) scroller.scrollBy({ top, left });
}

/** Whether the beginning of these words can be seen. */
export function isInSight(scroller: HTMLElement, range: Range): boolean {
  const around = scroller.getBoundingClientRect();
  const box = boxOf(scroller, range);
  return box.bottom > around.top + head && box.top < around.bottom && box.right > around.left && box.left < around.right;
}

/** Whether a place of the window is on these words. */
export function isOn(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
}

/** Words that go on in the next column have their first line to go by. */
function boxOf(scroller: HTMLElement, range: Range): DOMRect {
  const isSideways = scroller.scrollWidth > scroller.clientWidth;
  return (isSideways ? range.getClientRects()[0] : undefined) ?? range.getBoundingClientRect();
}
