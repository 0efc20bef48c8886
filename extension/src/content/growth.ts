// Pages that go on loading, or become another page without being loaded anew.

import { own } from "../../../web/src/own.js";

/** Quiet after the last change, and the longest wait for it, in ms. */
const quiet = 700;
const longestWait = 4000;
/** Characters of text more or less that are worth another look. */
const worthwhile = 200;
/** A page that never comes to rest is not looked at for ever. */
const mostLooks = 30;
/** Looks at a page that does not stir, each after twice the time of the one before, 21 s in all: nothing tells of a new shadow root or frame. */
const looksAnyway = 5;

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

export interface WatchOptions {
  /** The page as it was when it was read, if that was before now: what has come since counts as more. */
  readonly before?: PageState | undefined;
  /** What else has text of the page; `PageState` knows nothing of that, so what is there at the first look counts as more. */
  readonly partsOf?: ((page: Document) => readonly Node[]) | undefined;
}

/** @returns what ends the watch */
export function watchGrowth(page: Document, onMore: () => void, { before, partsOf }: WatchOptions = {}): () => void {
  let { length, address } = before ?? stateOf(page);
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let lookingAnyway: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    timer = undefined;
    const parts = partsOf?.(page) ?? [];
    for (const part of parts) observe(part);
    const now = parts.reduce((sum, part) => sum + lengthOf(part), textLength(page));
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

  function lookAnyway(times: number, pause: number): void {
    if (times === 0) return;
    lookingAnyway = setTimeout(() => {
      look();
      lookAnyway(times - 1, 2 * pause);
    }, pause);
  }

  const observer = new MutationObserver(wait);
  const observe = (part: Node): void => observer.observe(part, { childList: true, subtree: true, characterData: true }); // again where it is observed: the same
  observe(own(page, "documentElement"));
  if (before) wait();
  if (partsOf) lookAnyway(looksAnyway, quiet);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(lookingAnyway);
  };
}

/** The page's address without its fragment, which leads to a place in the same page. */
export function addressOf(page: Document): string {
  return own(page, "URL").replace(/#.*/s, "");
}

function textLength(page: Document): number {
  const body = own(page, "body") as HTMLElement | null;
  return body ? lengthOf(body) : 0;
}

function lengthOf(part: Node): number {
  return own(part, "textContent")?.length ?? 0;
}
