// The article's tree as it is walked. Pages decide how deep it is and how much stands side by side: a list of what is to do stands in for
// recursion, and nothing as long as a page is spread into the arguments of a call.

import type { ArticleNode } from "./types.js";

export type ArticleElement = Exclude<ArticleNode, string>;

/** An element while it is being made. */
export type OpenElement = [tag: string, attributes: Record<string, string>, ...children: ArticleNode[]];

/** What stands in an element; in a text nothing does. */
export function childrenOf(node: ArticleNode): readonly ArticleNode[] {
  return typeof node === "string" ? [] : (node.slice(2) as ArticleNode[]);
}

/** All elements of a tree, in document order. */
export function elementsOf(tree: ArticleNode): readonly ArticleElement[] {
  const found: ArticleElement[] = [];
  walk(tree, (node) => void (typeof node !== "string" && found.push(node)));
  return found;
}

/**
 * All the text of a tree.
 * @param without a tag whose elements are left out
 */
export function textOf(tree: ArticleNode, without = ""): string {
  let text = "";
  walk(tree, (node) => {
    if (typeof node === "string") text += node;
    return node[0] === without;
  });
  return text;
}

/** @param visit called with each node, in document order; true: nothing in it is wanted */
function walk(tree: ArticleNode, visit: (node: ArticleNode) => boolean | void): void {
  const open = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (visit(node)) continue;
    for (const child of childrenOf(node).toReversed()) open.push(child);
  }
}
