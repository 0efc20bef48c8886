import type { ArticleNode } from "../../../web/src/types.js";

/**
 * An article as a page for the core: the stream that web/src/capture/snapshot.ts writes of pages. The texts of one that its reader has changed are
 * the core's own, so no character of them parts fields; and it is no deeper than the core lets a tree be.
 */
export function asPage(tree: ArticleNode, title = ""): string {
  return `\x01html\x01head\x01title\x05${title}\x04\x04\x01body${fieldsOf(tree)}\x04\x04`;
}

function fieldsOf(node: ArticleNode): string {
  if (typeof node === "string") return `\x05${node}`;
  const [tag, attributes, ...children] = node as [string, Readonly<Record<string, string>>, ...ArticleNode[]];
  const own = Object.entries(attributes).filter(([name]) => !name.startsWith("data-")); // numbers for Pith's own views
  return `\x01${tag}${own.map(([name, value]) => `\x02${name}\x03${value}`).join("")}${children.map(fieldsOf).join("")}\x04`;
}
