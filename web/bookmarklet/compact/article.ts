import type { OpenElement } from "../../src/article_tree.js";
import { countedDepth } from "../../src/capture/snapshot.js";
import type { ArticleNode, Removal } from "../../src/types.js";
import { isMathTag } from "../../src/reader/safe_attributes.js";
import type { Block } from "./engine.js";

/** Codes of wasm/core/select/selection.h, in its order. */
export const reasons =
  "kept low-score outside title byline duplicate hidden rule option signup newsletter app related trending live share ad consent comment author copyright translation age updated readtime nav appeal".split(" ");

const tagsOf = (names: string): ReadonlySet<string> => new Set(names.split(" "));
const cells = tagsOf("li dd td th figcaption");
const lines = tagsOf("h1 h2 h3 h4 h5 h6 p pre dt caption summary");
const tableParts = tagsOf("table thead tbody tfoot tr td th caption");
const containers = tagsOf("blockquote ul ol dl figure details table thead tbody tfoot tr");
const marks = tagsOf("a em strong b i s u del ins mark small sub sup code kbd samp var abbr cite dfn q time bdo ruby rb rt rp");
/** Others part blocks, and say nothing. */
const transparent = tagsOf("span font label bdi");
const withoutText = tagsOf("applet audio canvas datalist iframe noembed noframes optgroup option script select style svg template textarea title video");

/** Whether an element parts its content from what stands before it, as structure that an article has. */
export function isStructure(tag: string): boolean {
  return containers.has(tag) || cells.has(tag) || lines.has(tag);
}

/** With ids, which links within the article lead to: the view has them below a prefix of its own. */
const attributesKept = /^(id|href|title|datetime|colspan|rowspan|scope|start|reversed|type|value|alt|lang|dir|display|mathvariant|stretchy)$/;
const lazySources = ["data-src", "data-original", "data-lazy-src", "src"];

/** An element of the page that the walk is in. */
interface Open {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  /** Of a table: it lays out, its parts are no table to a reader. Inherited. */
  readonly layout: boolean;
  readonly hides: boolean;
}

export interface Built {
  readonly tree: ArticleNode;
  readonly removed: readonly Removal[];
  readonly words: number;
}

/**
 * The article of a page and what was left out of it, from the snapshot (see wasm/core/snapshot) and the engine's judgement.
 *
 * Kept leaves are placed one after another: what they stand in and means something to a reader is opened where it is not open yet, all else
 * is transparent. As wasm/core/clean, in far less code: callouts, sidenotes and the like come out as the text that they are.
 */
export function buildArticle(snapshot: string, blocks: readonly Block[]): Built {
  const tree: OpenElement = ["article", {}];
  const removed: Removal[] = [];
  const layouts = layoutTables(snapshot);
  const stack: Open[] = [];
  const shown = new Set<string>();
  let path: { readonly of: object; readonly element: OpenElement }[] = []; // what is open in the article
  let paragraph = {}; // stands for one that the article needs and the page lacks
  let placed: Block | undefined; // whose leaves are being placed
  let leafBefore = "";
  let filled = new Map<object, Block>(); // cells and lines, and the block placed in them last
  let text = "";
  let number = 0;
  let words = 0;
  let node = -1;
  let dropped = 0;
  let next = 0;
  let joins = false; // a text that follows continues the last one
  let name = "";
  let pending: Open | undefined; // whose attributes are being read

  /** The block that a leaf is of; blocks that ended are accounted for. */
  function blockAt(leaf: number): Block | undefined {
    while (next < blocks.length && (blocks[next] as Block).last < leaf) end(blocks[next++] as Block);
    const block = blocks[next];
    return block && block.first <= leaf ? block : undefined;
  }

  function end(block: Block): void {
    const line = text.replace(/\s+/g, " ").trim();
    if (block.reason === 0) words += block.words;
    else if (line) removed.push({ reason: reasons[block.reason] as string, text: line, before: number, element: 0, score: block.score });
    text = "";
  }

  function place(block: Block, leaf: ArticleNode): void {
    let from = 0; // marks around block elements say nothing, but for links
    stack.forEach(({ tag }, index) => {
      if (!marks.has(tag) && !transparent.has(tag) && !isMathTag(tag)) from = index;
    });
    const structure = stack.filter(({ tag, layout }) => isStructure(tag) && !(layout && tableParts.has(tag)));
    const innermost = structure.at(-1);
    const isNew = block !== placed;
    let line = false;
    const wanted: { of: object; tag: string; attributes: Record<string, string> }[] = structure.map((open) => ({ of: open, ...open, tag: open.tag === "figcaption" && !stack.some(({ tag }) => tag === "figure") ? "p" : open.tag }));
    if (innermost && lines.has(innermost.tag)) {
      const before = filled.get(innermost);
      line = isNew && before !== undefined;
      filled.set(innermost, block);
    } else if (!(innermost && cells.has(innermost.tag) && (filled.get(innermost) ?? block) === block) && (innermost?.tag !== "figure" || typeof leaf === "string")) {
      if (isNew) {
        line = block.breaks % 256 === 1 && path.some(({ of }) => of === paragraph);
        if (!line) paragraph = {};
      }
      wanted.push({ of: paragraph, tag: "p", attributes: {} });
    } else if (innermost) {
      filled.set(innermost, block);
    }
    const outer = wanted.at(-1);
    if (outer && block.breaks > 255 && !structure.some(({ tag }) => tag === "figcaption")) {
      outer.tag = "figcaption"; // one that only classes tell
      wanted.splice(-1, 0, { of: block, tag: "figure", attributes: {} });
    }
    stack.forEach((open, index) => {
      if ((index >= from || open.tag === "a") && (marks.has(open.tag) || isMathTag(open.tag))) wanted.push({ of: open, ...open });
    });
    let shared = 0;
    while (shared < path.length && path[shared]?.of === wanted[shared]?.of) shared++;
    path = path.slice(0, shared);
    line &&= path.some(({ of }) => of === outer?.of);
    if (line) path.at(-1)?.element.push(["br", {}]);
    for (const { of, tag, attributes } of wanted.slice(shared)) {
      const element: OpenElement = [tag, { ...attributes }];
      ((path.at(-1)?.element ?? tree) as OpenElement).push(element);
      path.push({ of, element });
    }
    const holder = path.find(({ of }) => of === outer?.of)?.element ?? tree;
    if (isNew && !line && holder !== tree && holder[1]["data-pith-block"] === undefined) holder[1]["data-pith-block"] = String(number++);
    placed = block;
    leafBefore = String(leaf);
    (path.at(-1)?.element ?? tree).push(leaf);
  }

  /** An element's attributes are read: an image is a leaf, and so is the end of a line of code. */
  function opened(): void {
    if (!pending) return;
    const { tag, attributes } = pending;
    pending = undefined;
    const block = /^(img|br|div)$/.test(tag) ? blockAt(node) : undefined;
    if (tag !== "img") {
      if (block?.reason === 0 && stack.some((open) => open.tag === "pre") && (tag === "br" || !leafBefore.endsWith("\n"))) place(block, "\n");
      return;
    }
    const address = lazySources.map((source) => attributes[source]).find((source) => source && !/^data:.{0,200}$/.test(source));
    if (block?.reason !== 0 || !address || shown.has(address) || /^[012]$/.test(attributes.width ?? "")) return;
    shown.add(address);
    place(block, ["img", { src: address, alt: attributes.alt ?? "" }]);
  }

  for (const [, mark, field = ""] of snapshot.matchAll(/([\x01-\x06])([^\x01-\x06]*)/g)) {
    if (mark === "\x02") {
      name = field;
      continue;
    }
    if (mark === "\x03") {
      if (pending && (attributesKept.test(name) || pending.tag === "img")) pending.attributes[name] = field;
      continue;
    }
    opened();
    if (mark === "\x01") {
      if (stack.length >= countedDepth || dropped > 0) {
        dropped++;
        continue;
      }
      node++;
      const above = stack.at(-1);
      pending = { tag: field === "menu" ? "ul" : field, attributes: {}, layout: field === "table" ? layouts.has(node) : (above?.layout ?? false), hides: (above?.hides ?? false) || withoutText.has(field) };
      stack.push(pending);
      joins = false;
    } else if (mark === "\x04") {
      if (dropped > 0) dropped--;
      else {
        stack.pop();
        joins = false;
      }
    } else if (mark === "\x05" && stack.length > 0) {
      if (!joins) node++;
      joins = true;
      const block = stack.at(-1)?.hides ? undefined : blockAt(node);
      if (!block) continue;
      if (block.reason === 0) place(block, field);
      else text += field;
    }
  }
  blockAt(Infinity);
  return { tree, removed, words };
}

/** The tables, by node, that only lay out: they hold other tables or long texts, or have one row or column. See wasm/core/clean/structure.cpp. */
function layoutTables(snapshot: string): ReadonlySet<number> {
  const layouts = new Set<number>();
  const open: { node: number; heads: boolean; cells: number; rows: number; most: number; inner: boolean }[] = [];
  const names: string[] = [];
  let node = -1;
  let joins = false;
  let dropped = 0;
  for (const [, mark, field = ""] of snapshot.matchAll(/([\x01\x04\x05])([^\x01-\x06]*)/g)) {
    const table = open.at(-1);
    if (mark === "\x01") {
      if (names.length >= countedDepth || dropped > 0) {
        dropped++;
        continue;
      }
      node++;
      names.push(field);
      if (field === "table") {
        for (const outer of open) outer.inner = true;
        open.push({ node, heads: false, cells: 0, rows: 0, most: 0, inner: false });
      } else if (table) {
        if (/^(th|caption|thead)$/.test(field)) table.heads = true;
        if (field === "tr") {
          table.rows++;
          table.cells = 0;
        }
        if (/^t[dh]$/.test(field)) table.most = Math.max(table.most, ++table.cells);
      }
      joins = false;
    } else if (mark === "\x04") {
      if (dropped > 0) dropped--;
      else {
        if (names.pop() === "table" && table) {
          open.pop();
          if (!table.heads && (table.inner || table.rows < 2 || table.most < 2)) layouts.add(table.node);
        }
        joins = false;
      }
    } else if (names.length > 0) {
      if (!joins) node++;
      joins = true;
    }
  }
  return layouts;
}
