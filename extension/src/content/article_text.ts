// Texts to be compared: white space tells nothing.

import type { ArticleNode } from "../../../web/src/types.js";

/** All that an article says, without white space. */
export function bareText(tree: ArticleNode | undefined): string {
  return tree === undefined ? "" : bare(textOf(tree));
}

function textOf(tree: ArticleNode): string {
  let text = "";
  for (const waiting: ArticleNode[] = [tree]; ; ) {
    const node = waiting.pop();
    if (node === undefined) return text;
    if (typeof node === "string") text += node;
    else waiting.push(...(node.slice(2) as ArticleNode[]).reverse());
  }
}

/** A text without its white space. */
export function bare(text: string): string {
  return text.replace(/\s+/g, "");
}
