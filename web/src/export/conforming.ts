import { childrenOf, type ArticleElement } from "../article_tree.js";
import type { ArticleNode } from "../types.js";

const time = String.raw`\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?`;
const flag = /^(?:true|false)$/;

/** What attributes may say; of others anything. Those that say something else are left out. */
const values: Readonly<Record<string, RegExp>> = {
  colspan: /^[1-9]\d*$/,
  datetime: new RegExp(String.raw`^(?:\d{4}|\d{4,}-(?:W?\d\d|\d\d-\d\d(?:[T ]${time}(?:Z|[+-]\d\d:?\d\d)?)?)|${time})$`),
  stretchy: flag,
  accent: flag,
  mathvariant: /^(?:normal|(?:sans-serif-)?(?:bold-)?italic|bold(?:-fraktur|-sans-serif|-script)?|double-struck|fraktur|sans-serif|script|monospace|initial|tailed|looped|stretched)$/,
  linethickness: /^(?:thin|medium|thick|\d+(?:\.\d+)?(?:e[mx]|p[xtc]|in|[cm]m|%)?)$/,
  columnalign: /^(?:(?:left|center|right)(?: +|$))+$/,
};

/** How many children the elements of MathML have that give each a place. */
const places: Readonly<Record<string, number>> = { mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2, msubsup: 3, munderover: 3 };

/** The element with this content. */
type Whole = (content: readonly ArticleNode[]) => readonly ArticleNode[];

/**
 * Nodes as the content models of XHTML and MathML have them. Pages break these as they like, for browsers pass over it without a word;
 * checkers of books do not. Nothing of the text is lost: where an element does not fit, its tags go.
 */
export function conforming(nodes: readonly ArticleNode[]): readonly ArticleNode[] {
  const done: ArticleNode[] = [];
  const work: [element: ArticleElement | undefined, source: readonly ArticleNode[], next: number, children: ArticleNode[]][] = [[undefined, nodes, 0, done]];
  for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
    const [element, source, , children] = top;
    const node = source[top[2]++];
    if (node === undefined) {
      work.pop();
      const parent = work.at(-1);
      if (element === undefined || parent === undefined) continue;
      const isWithinAnother = element[0] === "dfn" && work.some(([around]) => nameOf(around) === "dfn");
      for (const made of isWithinAnother ? children : conformingElement(element, children)) parent[3].push(made);
    } else if (typeof node === "string") children.push(node);
    else work.push([node, childrenOf(node), 0, []]);
  }
  return done.flatMap((node) => placed(node, "article"));
}

/** What stands for an element whose children conform. */
function conformingElement([tag, given]: ArticleElement, nodes: readonly ArticleNode[]): readonly ArticleNode[] {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    const precise = name === "datetime" ? value.replace(/(\.\d{3})\d+/, "$1") : value; // HTML knows milliseconds
    if (values[name]?.test(precise) ?? true) attributes[name] = precise;
  }
  const children = nodes.flatMap((node) => placed(node, tag));
  const whole: Whole = (content) => [[tag, attributes, ...content]];
  switch (tag) {
    case "time":
      return attributes["datetime"] === undefined ? children : whole(children);
    case "bdo":
      return attributes["dir"] === undefined ? children : whole(children);
    case "dl":
      return whole([...(nameOf(children[0]) === "dd" ? [["dt", {}] as ArticleNode] : []), ...children, ...(nameOf(children.at(-1)) === "dt" ? [["dd", {}] as ArticleNode] : [])]);
    case "table":
      return table(children, whole);
    case "details":
      return details(children, whole);
    case "ruby":
      return ruby(children, whole);
    default:
      return hasItsPlaces(tag, children) ? whole(children) : [["mrow", {}, ...nodes.flatMap((node) => placed(node, "mrow"))]];
  }
}

/** It begins with its summary, the only one. */
function details(children: readonly ArticleNode[], whole: Whole): readonly ArticleNode[] {
  const hasSummary = nameOf(children[0]) === "summary";
  const content = children.map((node, index): ArticleNode => (nameOf(node) === "summary" && index > 0 ? ["div", {}, ...childrenOf(node)] : node));
  return hasSummary ? whole(content) : content;
}

/** Its parts have an order, and of caption, head and foot there is one. */
function table(children: readonly ArticleNode[], whole: Whole): readonly ArticleNode[] {
  const parts = children.toSorted((a, b) => rankInTable(a) - rankInTable(b));
  const [caption, ...captions] = parts.filter((node) => nameOf(node) === "caption");
  const rows = parts.slice(captions.length + (caption === undefined ? 0 : 1)).map((node, index, all): ArticleNode => {
    const isOneMore = nameOf(node) === "thead" ? index > 0 : nameOf(node) === "tfoot" && index < all.length - 1;
    return isOneMore ? ["tbody", {}, ...childrenOf(node)] : node;
  });
  return [...captions.map((node): ArticleNode => ["div", {}, ...childrenOf(node)]), ...whole(caption === undefined ? rows : [caption, ...rows])];
}

/** A reading follows each base; the last base may have none. */
function ruby(children: readonly ArticleNode[], whole: Whole): readonly ArticleNode[] {
  const shape = children.map((node) => ({ rt: "t", rp: "p" })[nameOf(node)] ?? "b").join("");
  if (/^(?:b*(?:t|ptp))+$/.test(shape)) return whole(children);
  if (/^(?:b*(?:t|ptp))+b+$/.test(shape)) return whole([...children, ["rt", {}]]);
  return children.flatMap((node) => placed(node, "span"));
}

/** What stands for a node in an element of this name. */
function placed(node: ArticleNode, parent: string): readonly ArticleNode[] {
  if (typeof node === "string") return [node];
  const tag = nameOf(node);
  if (parent === "mtable" && tag !== "mtr") return [["mtr", {}, ...placed(node, "mtr")]];
  if (parent === "mtr" && tag !== "mtd") return [["mtd", {}, ...placed(node, "mtd")]];
  switch (tag) {
    case "rt":
    case "rp":
      return parent === "ruby" ? [node] : childrenOf(node);
    case "mtr":
      return parent === "mtable" ? [node] : [["mtable", {}, node]];
    case "mtd":
      return parent === "mtr" ? [node] : [["mrow", {}, ...childrenOf(node)]];
    case "none":
    case "mprescripts":
      return parent === "mmultiscripts" ? [node] : [];
    default:
      return [node];
  }
}

function rankInTable(node: ArticleNode): number {
  return { caption: 0, thead: 1, tfoot: 3 }[nameOf(node)] ?? 2;
}

function hasItsPlaces(tag: string, children: readonly ArticleNode[]): boolean {
  if (tag !== "mmultiscripts") return (places[tag] ?? children.length) === children.length;
  const names = children.map(nameOf);
  const at = names.indexOf("mprescripts");
  const [before, after] = at < 0 ? [names.length, 0] : [at, names.length - at - 1];
  return before % 2 === 1 && after % 2 === 0 && names.lastIndexOf("mprescripts") === at; // a base, and scripts in pairs
}

/** The name of an element; of text none. */
function nameOf(node: ArticleNode | undefined): string {
  return node === undefined || typeof node === "string" ? "" : node[0];
}
