// What a test asks of the reader that covers a page.

import { until } from "./drive.mjs";

/** Text of the overlay, or null where there is none. */
export const overlayText = (page) =>
  page.evaluate(() => document.querySelector("pith-reader")?.shadowRoot.querySelector("dialog")?.textContent ?? null);
/** The same without what is folded away. */
export const visibleText = (page) =>
  page.evaluate(() => document.querySelector("pith-reader").shadowRoot.querySelector("dialog").innerText);
export const overlayShows = (page, text) => until(async () => (await overlayText(page))?.includes(text));
export const overlayGone = (page) => until(async () => (await overlayText(page)) === null);
export const pageState = (page) => page.evaluate(() => ({ html: document.documentElement.outerHTML, x: scrollX, y: scrollY }));
/** Runs a function on the reader view. */
export const inReader = (page, run) =>
  page.evaluate(`(${run})(document.querySelector("pith-reader").shadowRoot.querySelector(".pith"))`);
export const modalOnTop = (page) =>
  page.evaluate(() => {
    const host = document.querySelector("pith-reader");
    return document.elementFromPoint(innerWidth / 2, innerHeight / 2) === host && host.shadowRoot.querySelector("dialog").matches(":modal");
  });

