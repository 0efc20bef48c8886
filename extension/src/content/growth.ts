// Pages that go on loading, or become another page without being loaded anew.

import { memberOf } from "../../../web/src/reader/element.js";

/** Quiet after the last change, and the longest wait for it, in ms. */
const quiet = 700;
const longestWait = 4000;
/** Characters of text more or less that are worth another look. */
const worthwhile = 200;
/** A page that never comes to rest is not looked at for ever. */
const mostLooks = 30;

/** What tells whether a page has become more, or another one. */
export interface PageState {
  /** Characters of its text. */
  readonly length: number;
  readonly address: string;
}

/** The page as it is now. */
export function stateOf(page: Document): PageState {
  return { length: textLength(page), address: addressOf(page) };
}

/**
 * @param before the page as it was when it was read, if that was before now: what has come since counts as more
 * @returns what ends the watch
 */
export function watchGrowth(page: Document, onMore: () => void, before?: PageState): () => void {
  let { length, address } = before ?? stateOf(page);
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;

  function look(): void {
    timer = undefined;
    const now = textLength(page);
    if (addressOf(page) === address && Math.abs(now - length) < worthwhile) return; // less may be another text, too
    if (addressOf(page) !== address) looks = 0;
    length = now;
    address = addressOf(page);
    if (++looks > mostLooks) return;
    onMore();
  }

  function wait(): void {
    if (timer === undefined) since = Date.now();
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, Math.min(quiet, since + longestWait - Date.now())));
  }

  const observer = new MutationObserver(wait);
  observer.observe(memberOf(page, "documentElement"), { childList: true, subtree: true, characterData: true });
  if (before) wait();
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
