import { childrenOf, type ArticleElement } from "../article_tree.js";
import type { ArticleNode } from "../types.js";
import { element } from "./element.js";
import type { Phrases } from "./phrases.js";
import { isAllowedTag, isMathTag, safeAttribute } from "./safe_attributes.js";

/** Left out with all that is in them; of any other element that is not allowed only the tags go. */
export const dropped = new Set(["script", "style", "template", "iframe", "object", "embed", "noscript", "title", "video", "audio"]);

/** Builds the article's body below `parent`, without the tree's own header: the view has one of its own. */
export function buildNodes(page: Document, parent: Node, tree: ArticleNode | undefined, phrases: Phrases): void {
  if (tree === undefined) return;
  const open: [parent: Node, nodes: readonly ArticleNode[], next: number][] = [[parent, childrenOf(tree), 0]];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top[1][top[2]++];
    if (node === undefined) open.pop();
    else if (typeof node === "string") top[0].appendChild(page.createTextNode(node));
    else if (dropped.has(node[0]) || (node[0] === "header" && open.length === 1)) continue;
    else open.push([isAllowedTag(node[0]) ? append(page, top[0], node, phrases) : top[0], childrenOf(node), 0]);
  }
}

function append(page: Document, parent: Node, [tag, attributes]: ArticleElement, phrases: Phrases): Element {
  const made = isMathTag(tag) ? page.createElementNS("http://www.w3.org/1998/Math/MathML", tag) : page.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    const safe = safeAttribute(tag, name, value);
    if (safe !== undefined) made.setAttribute(...safe);
  }
  if (tag === "img") made.setAttribute("loading", "lazy");
  if (tag === "a") made.setAttribute("rel", "noopener");
  parent.appendChild(tag === "table" ? scroller(page, made, phrases) : made);
  return made;
}

/** A table that is wider than the column scrolls by itself, by keyboard too. */
function scroller(page: Document, table: Element, phrases: Phrases): HTMLElement {
  return element(page, "div", { class: "wide", role: "region", "aria-label": phrases.text("table"), tabindex: "0" }, table);
}
