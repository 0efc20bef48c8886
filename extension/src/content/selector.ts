// A CSS selector for a block of a page that fits the like of it on the site's other pages. Only what the core's rules understand.

import { attributeOf, own } from "../../../web/src/own.js";

/** Share of the page's text that the matches may have together, unless the block itself is all of them. */
const mostText = 0.2;
/** Elements above the block whose names may tell it apart. */
const mostAncestors = 6;

/** Null where nothing that the block is called, or stands in, looks as if it would mean the same tomorrow. */
export function suggestSelector(element: Element): string | null {
  const root = own(element, "getRootNode").call(element) as Document | ShadowRoot;
  if (!isDocument(root) && own(root, "nodeType") !== 11) return null; // it is not in the page any more
  for (const selector of candidates(widest(element))) {
    const matches = matchesOf(root, selector);
    if (matches.some((match) => match.contains(element)) && fits(matches, element)) return selector;
  }
  return null;
}

/** The outermost element that has no other text than this one: a box is better known by its name than what is in it. */
function widest(element: Element): readonly Element[] {
  const boxes = [element];
  const text = textOf(element);
  const isBox = (above: Element): boolean => !/^(html|body|main|article)$/.test(own(above, "localName")) && textOf(above) === text;
  for (let box = own(element, "parentElement"); box && isBox(box); box = own(box, "parentElement")) boxes.unshift(box);
  return boxes;
}

/** From the surest to the vaguest. */
function* candidates(boxes: readonly Element[]): Generator<string> {
  for (const box of boxes) yield* namesOf(box);
  const box = boxes[0] as Element;
  const tag = tagOf(box);
  let above = own(box, "parentElement");
  for (let height = 0; above && height < mostAncestors; height++, above = own(above, "parentElement")) {
    for (const name of namesOf(above)) {
      yield `${name} ${tag}`;
      if (height === 0 && !own(box, "nextElementSibling")) yield `${name} > ${tag}:last-child`;
      if (height === 0 && !own(box, "previousElementSibling")) yield `${name} > ${tag}:first-child`;
    }
  }
}

/** What an element may be called by: id, classes, the attributes that sites name their parts with, or what it is. */
function* namesOf(element: Element): Generator<string> {
  const tag = tagOf(element);
  const id = attributeOf(element, "id") ?? "";
  if (isTelling(id)) yield `#${id}`;
  const classes = (attributeOf(element, "class") ?? "").split(/\s+/);
  const telling = classes.filter((name) => isTelling(name) && !utility.test(name));
  yield* telling.sort((one, other) => other.length - one.length).map((name) => `${tag}.${name}`);
  // CSS modules: a name that somebody gave, and a hash.
  for (const name of classes) {
    const given = /^([A-Za-z][\w-]*_)[A-Za-z0-9]*\d[A-Za-z0-9]*$/.exec(name)?.[1];
    if (given !== undefined && given.length > 5 && isTelling(given.replace(/_+$/, ""))) yield `${tag}[class*="${given}"]`;
  }
  for (const name of ["data-testid", "data-component", "data-module", "itemprop", "role", "aria-label"]) {
    const value = attributeOf(element, name) ?? "";
    if (/^[A-Za-z][A-Za-z _-]{2,60}$/.test(value)) yield `${tag}[${name}="${value}"]`;
  }
  if (landmark.test(tag)) yield tag;
}

/** Elements that say what they are for. */
const landmark = /^(?:nav|aside|footer|header|form|details|figure|address)$/;

/** What a state or a place in a layout is called, which says nothing of what the block is. */
const utility = new RegExp(
  `^(?:${[
    "is|has|js|no|u|t|l|c|o|active|open|closed|current|first|last|even|odd|hover|focus|dark|loaded|lazy|hidden|visible|show|hide", // states
    "col|row|grid|flex|block|inline|left|right|center|wrapper|wrap|container|inner|outer|content|relative|absolute|sticky|clearfix", // places
    "text|font|bg|border|rounded|shadow|[wh]|min|max|[mp][trblxyse]?|gap|space|items|justify|self|sm|md|lg|xl|animate|transition", // looks
  ].join("|")})(?:$|[-_:])`,
  "i",
);

/** Whether a name is made of words, which people gave, and not of a generator's letters and digits. */
function isTelling(name: string): boolean {
  if (!/^[A-Za-z_][\w-]{2,60}$/.test(name)) return false; // nothing that would need escaping
  const words = name.split(/[-_]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => /^[A-Za-z]{1,24}\d?$/.test(word)) && words.some((word) => word.length > 2) && words.every(isSpeakable);
}

function isSpeakable(word: string): boolean {
  return word.length < 4 || (/[aeiouy]/i.test(word) && !/[bcdfghjklmnpqrstvwxz]{6}/i.test(word) && !/[a-z][A-Z]+[a-z]/.test(word));
}

/** By its type, as all nodes here: those of frames are of other classes than ours. */
function isDocument(node: Node): boolean {
  return own(node, "nodeType") === 9;
}

function matchesOf(root: Document | ShadowRoot, selector: string): readonly Element[] {
  const query = isDocument(root) ? Document.prototype.querySelectorAll : DocumentFragment.prototype.querySelectorAll;
  return [...query.call(root, selector)];
}

/** A rule that would take a good part of the page is none that a person means by pointing at one block. */
function fits(matches: readonly Element[], element: Element): boolean {
  const text = matches.reduce((sum, match) => sum + textOf(match).length, 0);
  const all = textOf(own(own(element, "ownerDocument"), "documentElement")).length;
  return text <= Math.max(textOf(element).length, mostText * all);
}

function tagOf(element: Element): string {
  return own(element, "localName").toLowerCase();
}

/** What people can read of an element, without white space. */
function textOf(element: Element): string {
  const isCode = (node: Node): boolean => /^(?:script|style|noscript|template)$/.test(own(node as Element, "localName"));
  const accept = (node: Node): number => (own(node, "nodeType") !== 1 ? NodeFilter.FILTER_ACCEPT : isCode(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
  const walker = Document.prototype.createTreeWalker.call(own(element, "ownerDocument"), element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) text += (node as Text).data;
  return text.replace(/\s+/g, "");
}
