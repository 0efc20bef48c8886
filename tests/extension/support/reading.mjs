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

/** Clicks the button that begins with these words, or has them as its name, once it is there. */
export const clickButton = (page, words) =>
  until(() =>
    inReader(page, `(view) => {
      const found = [...view.querySelectorAll("button")].find((each) => each.checkVisibility() && (each.ariaLabel ?? each.textContent).startsWith(${JSON.stringify(words)}));
      found?.click();
      return found !== undefined;
    }`),
  );
/** Clicks with the pointer what a function, as text, finds in the reader view. */
export async function clickOn(page, find) {
  const { x, y } = await until(() => inReader(page, `(view) => {
    const found = (${find})(view);
    found.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = found.getBoundingClientRect();
    return width > 0 && { x: x + width / 2, y: y + height / 2 };
  }`));
  await page.mouse.click(x, y);
}
/** Selects words of the article. */
export const selectWords = (page, words) =>
  inReader(page, `(view) => {
    const walker = document.createTreeWalker(view.querySelector(".body"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(${JSON.stringify(words)});
      if (at === -1) continue;
      node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      return getSelection().setBaseAndExtent(node, at, node, at + ${words.length});
    }
  }`);
/** Words that are painted under a name: those that stand side by side as one. */
export const paintedWords = (page, which) =>
  page.evaluate((wanted) => {
    const body = document.querySelector("pith-reader")?.shadowRoot.querySelector(".body");
    if (!body) return [];
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let wasPainted = false; walker.nextNode(); ) {
      const { data, parentElement } = walker.currentNode;
      const isPainted = parentElement.closest(`.${wanted}`) !== null;
      if (isPainted) found.push(wasPainted ? found.pop() + data : data);
      wasPainted = isPainted;
    }
    return found;
  }, which);
/** Whether the article, and not the ledger beside it, has these words. */
export const bodyHas = (page, words) => inReader(page, `(view) => view.querySelector(".body").innerText.includes(${JSON.stringify(words)})`);
