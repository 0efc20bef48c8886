import { stateOf, type PageState } from "./growth.js";
import type { Notice } from "./notice.js";
import { requestArticle, type Extracted } from "./request.js";

/** A page that was read and sent to the background before the whole content script was there. */
export interface Early {
  readonly article: Promise<Extracted | Notice>;
  /** The page as it was read, to tell what has come since. */
  readonly state: PageState;
}

/** Reads the page and asks for its article. */
export function requestEarly(): Early {
  return { state: stateOf(document), article: requestArticle() };
}
