// Pages that go on loading, or become another page without being loaded anew.

import { memberOf } from "../../../web/src/reader/element.js";

/** Quiet after the last change, and the longest wait for it, in ms. */
const quiet = 700;
const longestWait = 4000;
/** Characters of text that are worth another look. */
const worthwhile = 200;
/** A page that never comes to rest is not looked at for ever. */
const mostLooks = 30;

/** @returns what ends the watch */
export function watchGrowth(page: Document, onMore: () => void): () => void {
  let length = textLength(page);
  let address = addressOf(page);
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;

  function look(): void {
    timer = undefined;
    const now = textLength(page);
    if (addressOf(page) === address && now < length + worthwhile) return;
    if (addressOf(page) !== address) looks = 0;
    length = now;
    address = addressOf(page);
    if (++looks > mostLooks) return;
    onMore();
  }

  const observer = new MutationObserver(() => {
    if (timer === undefined) since = Date.now();
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, Math.min(quiet, since + longestWait - Date.now())));
  });
  observer.observe(memberOf(page, "documentElement"), { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}

/** The page's address without its fragment, which leads to a place in the same page. */
export function addressOf(page: Document): string {
  return memberOf(page, "URL").replace(/#.*/s, "");
}

function textLength(page: Document): number {
  return (memberOf(page, "body") as HTMLElement | null)?.textContent?.length ?? 0;
}
