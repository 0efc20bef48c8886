import { childrenOf, type ArticleElement } from "../article_tree.js";
import type { ArticleNode } from "../types.js";

/** Elements that text does not run on across, so that words beside them need parting. */
const parting = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table caption thead tbody tfoot tr td th hr br details summary".split(" "),
);

const htmlNamespace = "http://www.w3.org/1999/xhtml";
const mathNamespace = "http://www.w3.org/1998/Math/MathML";

/** Which form an image of the article takes, if another than its own. */
export type ShowImage = (source: string) => Element | undefined;

/** The article as elements. */
export interface Content {
  /** A `<div>` whose only child is the page. */
  readonly outer: Element;
  readonly body: Element;
  /** The elements of the blocks that Pith kept, by their number. */
  readonly blocks: ReadonlyMap<number, Element>;
}

/**
 * The article's body in the form that Readability gives it. Line breaks stand between blocks and spaces between the parts of a formula, so
 * that `textContent` has words and no mixtures of two.
 * @param inert a document that shows nothing, so that no image is fetched
 * @param here the page's address; a link to a place on the page itself stays relative
 */
export function buildContent(inert: Document, tree: ArticleNode, here: string, showImage: ShowImage): Content {
  const blocks = new Map<number, Element>();
  const outer = inert.createElement("div");
  const body = inert.createElement("div");
  body.setAttribute("id", "readability-page-1");
  body.setAttribute("class", "page");
  outer.appendChild(body);
  const open: [parent: Element, nodes: readonly ArticleNode[], next: number, inFormula: boolean][] = [[body, bodyOf(tree), 0, false]];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const [parent, nodes, , inFormula] = top;
    const node = nodes[top[2]++];
    if (node === undefined) {
      open.pop();
      continue;
    }
    const isFormula = inFormula || (typeof node !== "string" && node[0] === "math");
    const made = typeof node === "string" ? inert.createTextNode(node) : makeElement(inert, node, isFormula ? mathNamespace : htmlNamespace, here, showImage);
    if (parent.lastChild !== null && (inFormula || partsWords(made) || partsWords(parent.lastChild))) parent.appendChild(inert.createTextNode(inFormula ? " " : "\n"));
    parent.appendChild(made);
    if (typeof node === "string") continue;
    const number = node[1]["data-pith-block"];
    if (number !== undefined) blocks.set(Number(number), made as Element);
    open.push([made as Element, childrenOf(node), 0, isFormula]);
  }
  return { outer, body, blocks };
}

/** What is in the article but its header: title and byline are fields of their own. */
function bodyOf(tree: ArticleNode): readonly ArticleNode[] {
  return typeof tree === "string" ? [tree] : childrenOf(tree).filter((node) => typeof node === "string" || node[0] !== "header");
}

function makeElement(inert: Document, [tag, attributes]: ArticleElement, namespace: string, here: string, showImage: ShowImage): Element {
  const shown = tag === "img" ? showImage(attributes["src"] ?? "") : undefined;
  if (shown !== undefined) return shown;
  const made = inert.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("data-pith-")) continue; // numbers for Pith's own views
    const local = name === "href" && here !== "" && value.startsWith(`${here}#`);
    made.setAttribute(name, local ? value.slice(here.length) : value);
  }
  return made;
}

function partsWords(node: Node): boolean {
  return node.nodeType === 1 && parting.has((node as Element).localName);
}
