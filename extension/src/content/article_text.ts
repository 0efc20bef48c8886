// Texts to be compared: white space tells nothing.

import { textOf } from "../../../web/src/article_tree.js";
import type { ArticleNode } from "../../../web/src/types.js";

/** All that an article says, without white space. */
export function bareText(tree: ArticleNode | undefined): string {
  return tree === undefined ? "" : bare(textOf(tree));
}

/** A text without its white space. */
export function bare(text: string): string {
  return text.replace(/\s+/g, "");
}
