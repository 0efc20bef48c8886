import type { OpenElement } from "../article_tree.js";
import type { ArticleNode } from "../types.js";
import { mathAttributes, plainAttributes } from "./allow_list.js";
import { added } from "./body_text.js";
import { painted } from "./paint.js";
import { idPrefix } from "./safe_attributes.js";

/** What features put around the article's own elements and texts: only the tags go. */
const around = `.wide, .code, .restored, span.${painted}`;
/** Attributes that the view sets from the tree's, beside `id` and `class`; what features set has other names. */
const kept: ReadonlySet<string> = new Set([...plainAttributes, ...mathAttributes, "href", "src", "type", "value"]);

/**
 * The article as its reader has made it: without the blocks that they removed, and with those that they put back. Undefined where they did
 * neither, for then it is the one that the view was given. All of it has to be there (`whole` of the view).
 */
export function editedTree(body: HTMLElement): ArticleNode | undefined {
  const tree: OpenElement = ["article", {}];
  let isEdited = false;
  // A list of what is to do stands in for recursion, since pages decide the depth.
  const open: [next: ChildNode | null, into: OpenElement][] = [[body.firstChild, tree]];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const [node, into] = top;
    if (node === null) {
      open.pop();
      continue;
    }
    top[0] = node.nextSibling;
    if (node.nodeType === Node.COMMENT_NODE) isEdited = true; // the place of a block that was removed (ledger/remove_by_hand.ts)
    if (node.nodeType === Node.TEXT_NODE) addText(into, (node as Text).data);
    if (node.nodeType !== Node.ELEMENT_NODE || (node as Element).matches(added)) continue;
    const element = node as Element;
    isEdited ||= element.matches(".restored");
    const made: OpenElement = element.matches(around) ? into : [element.localName, attributesOf(element)];
    if (made !== into) into.push(made as ArticleNode);
    open.push([element.firstChild, made]);
  }
  return isEdited ? (tree as ArticleNode) : undefined;
}

/** A text that was cut to be painted is one again: where a text begins says much in Markdown. */
function addText(into: OpenElement, text: string): void {
  const last = into.at(-1);
  if (typeof last === "string") into[into.length - 1] = last + text;
  else into.push(text);
}

function attributesOf(element: Element): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    if (name === "id" && value.startsWith(idPrefix)) attributes[name] = value.slice(idPrefix.length);
    else if (kept.has(name) || (name === "class" && !element.matches(`.${painted}`))) attributes[name] = value;
  }
  return attributes;
}
