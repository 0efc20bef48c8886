import type { ArticleNode } from "../types.js";
import { buildNodes } from "./build_nodes.js";
import type { ReaderHost } from "./host.js";
import type { Phrases } from "./phrases.js";

/** How the article's blocks come into the body of the view. */
export interface Filling {
  /** Has those that are still to come come now: to be called before anything is looked for in the article. */
  whole(): void;
  /** Calls with what holds new blocks, before they are to be seen: at once, and once more where some come later. */
  onBlocks(action: (holder: ParentNode) => void): void;
}

/** Builds the article below `body`, and has what is built sanitized before it is where anything loads or runs. */
export type Fill = (page: Document, body: HTMLElement, tree: ArticleNode | undefined, phrases: Phrases, sanitize: ReaderHost["sanitize"]) => Filling;

/** All at once. */
export const fillAtOnce: Fill = (page, body, tree, phrases, sanitize) => {
  buildNodes(page, body, tree, phrases);
  sanitize?.(body);
  return { whole() {}, onBlocks: (action) => action(body) };
};
