import { own } from "../own.js";
import { domOf, type Dom } from "./dom.js";
import { isInvisible, isUnrendered, shows } from "./rendering.js";
import { contentOf, declaresRoots, type RootOf } from "./tree.js";

/** Its content is code, or what the page shows only to browsers without scripts. */
const withoutContent = /^((no)?script|style|template)$/;
/** Seen, though there need be no text in it. */
const seenWithoutText = /^(img|[bh]r|iframe|video|audio|object|embed)$/;
const hiddenMark = "\x02data-pith-hidden\x03";
const addresses = /^(href|src|poster|cite|data-src)$/;
const asSeen = { visibilityProperty: true };

/** Elements that are open at once before the core leaves deeper ones out: `Limits.depth` of pith.h, as it is without a caller's word. */
export const countedDepth = 256;

/** What only some callers can or want to have. */
export interface SnapshotOptions {
  /** The shadow root of an element; extensions see closed ones, too. */
  readonly rootOf?: RootOf;
  /**
   * Takes the page's elements in the order in which the core counts them: `data-pith-element="M"` of `tree` and `element` of `removed` are
   * places in this list. A text without visibility counts as an element; its parent stands for it here.
   */
  readonly elements?: Element[];
}

/** What is being written, and how. */
interface Stream {
  readonly dom: Dom;
  /** The start of an element with its attributes, a text, or an end each. */
  readonly parts: string[];
  readonly rootOf: RootOf | undefined;
  /** Shadow roots may be there that are only declared. */
  readonly declared: boolean;
  readonly elements: Element[] | undefined;
}

/** Nodes that are being walked: what stands in one element. */
interface Level {
  readonly element: Element | undefined;
  /** The node to come. */
  following: Node | null;
  /** Those behind it, the last one first, where they are not its siblings. */
  readonly rest: Node[] | undefined;
  /** The element with a declarative shadow root that the nodes stand in. */
  readonly host: Element | undefined;
  /** They are of another document than the page's. */
  readonly inFrame: boolean;
  /** The place in `parts` of the element's start, which takes a mark as its last attribute. */
  readonly start: number;
  /** Whether the element is rendered, once that was asked; false also in one that is not, and where nothing has to be asked. */
  rendered: boolean | undefined;
  /** Whether text here has no visibility, once that was asked. */
  invisible: boolean | undefined;
}

/**
 * A live page as the stream that wasm/core/snapshot reads. The page itself is only read.
 *
 * The core takes the browser's own tree, so it needs no parser, and sees what HTML cannot tell: what shadow roots and frames of the same
 * origin hold, what is not rendered, which image a `<picture>` chose. Where there is no layout (jsdom, linkedom) all counts as rendered.
 * Nothing here needs what Trusted Types or a content policy could refuse.
 *
 * @param page a document; or an element, which then is all that the body has
 */
export function snapshotOf(page: Document | Element, options: SnapshotOptions = {}): string {
  const document = own(page as Node, "nodeType") === 9 ? (page as Document) : own(page as Element, "ownerDocument");
  const root = document && own(document, "documentElement");
  if (!document || !root) return "";
  const stream: Stream = { dom: domOf(root), parts: [], rootOf: options.rootOf, declared: declaresRoots(document), elements: options.elements };
  const layout = shows(document);
  if (page === document || page === root) {
    walk(root, 0, layout, stream);
  } else {
    open(root, "html", 0, false, stream);
    walk(own(document, "head"), 1, false, stream);
    stream.parts.push("\x01body");
    count(own(document, "body"), 1, stream);
    walk(page, 2, layout, stream);
    stream.parts.push("\x04\x04");
  }
  return stream.parts.join("");
}

/**
 * A browser interprets this when it first runs, and it runs for every node: so it asks each for little, and calls little else.
 * @param depth how many elements are open around the node
 */
function walk(first: Node | null, depth: number, layout: boolean, stream: Stream): void {
  const { dom, parts, rootOf, declared } = stream;
  let level: Level = { element: undefined, following: first, rest: [], host: undefined, inFrame: false, start: 0, rendered: layout, invisible: undefined };
  const levels = [level];
  for (;;) {
    const node = level.following;
    if (node === null) {
      levels.pop();
      if (levels.length === 0) return;
      parts.push("\x04");
      level = levels.at(-1) as Level;
      continue;
    }
    level.following = level.rest ? (level.rest.pop() ?? null) : dom.nextSibling(node);
    const type = dom.nodeType(node);
    if (type === 3) text((node as Text).data, depth + levels.length - 1, levels, stream);
    if (type !== 1) continue;
    const element = node as Element;
    const localName = dom.localName(element);
    const content = contentOf(dom, element, localName, level.host, declared, rootOf);
    const isFrame = content?.isFrame;
    const name = isFrame || (level.inFrame && localName === "body") ? "div" : localName.toLowerCase(); // a frame's page stands in this page as a part of it
    open(element, name, depth + levels.length - 1, level.inFrame, stream);
    if (withoutContent.test(name)) {
      // The source of a formula is a script to the browser, and text to the core.
      if (/^math\//i.test(dom.attribute(element, "type") ?? "")) parts.push("\x05" + clean(dom.textContent(element) ?? ""));
      parts.push("\x04");
      continue;
    }
    const rendered = name === "head" || level.rendered === false ? false : name === "html" || undefined; // the head has no layout
    level = {
      element,
      following: content ? content.first : dom.firstChild(element),
      rest: content?.rest,
      host: content ? content.host : level.host,
      inFrame: isFrame || level.inFrame,
      start: parts.length - 1,
      rendered,
      invisible: undefined,
    };
    levels.push(level);
    if (rendered !== false && seenWithoutText.test(name)) see(levels, stream);
  }
}

/**
 * Marks what is not rendered, where something stands in the innermost element that people would see. One that they do see tells that all
 * around it is rendered, so that few elements have to be asked, which takes as long as all else.
 * @returns whether text there has no visibility
 */
function see(levels: readonly Level[], { dom, parts }: Stream): boolean {
  const level = levels.at(-1) as Level;
  const element = level.element as Element; // the outermost level has neither text nor leaves
  const seen = dom.checkVisibility(element, asSeen);
  let rendered = true;
  // Those around it that nothing is known of yet; each is looked at once, however deep the page is.
  for (let at = levels.findLastIndex((open) => open.rendered !== undefined) + 1; at < levels.length; at++) {
    const around = levels[at] as Level;
    if (!seen && rendered && isUnrendered(dom, around.element as Element)) {
      rendered = false;
      parts[around.start] += hiddenMark;
    }
    around.rendered = rendered;
  }
  return (level.invisible = !seen && rendered && isInvisible(dom, element));
}

/** An element of the stream, as the core will count it. */
function count(element: Element | null, around: number, { elements }: Stream): void {
  if (element && around < countedDepth) elements?.push(element);
}

function text(data: string, around: number, levels: readonly Level[], stream: Stream): void {
  if (!/\S/.test(data)) {
    stream.parts.push("\x05" + data);
    return;
  }
  const level = levels.at(-1) as Level;
  let field = "\x05" + clean(data);
  if (level.rendered !== false && (level.invisible ?? see(levels, stream))) {
    field = `\x01span${hiddenMark}${field}\x04`;
    count(level.element as Element, around, stream);
  }
  stream.parts.push(field);
}

function open(element: Element, name: string, around: number, inFrame: boolean, stream: Stream): void {
  const { dom } = stream;
  let start = "\x01" + name;
  if (name === "script" && /ld\+json/i.test(dom.attribute(element, "type") ?? "")) start = `\x06${clean(dom.textContent(element) ?? "")}${start}`;
  count(element, around, stream);
  const image = name === "img" || name === "source" ? chosenImage(dom, element, name) : undefined;
  for (const attribute of dom.attributeNames(element)) {
    if (image && (attribute === "src" || attribute === "srcset" || attribute === "sizes")) continue;
    const value = dom.attribute(element, attribute) ?? "";
    start += `\x02${attribute}\x03${clean(inFrame && addresses.test(attribute) ? absolute(value, dom.baseURI(element)) : value)}`;
  }
  if (image && name === "img") start += `\x02src\x03${clean(image)}`;
  stream.parts.push(start);
}

/** The address that the browser shows an image from, for the image and for the sources of its `<picture>`. */
function chosenImage(dom: Dom, element: Element, name: "img" | "source"): string | undefined {
  const picture = name === "source" ? dom.parentElement(element) : null;
  const image = name === "img" ? element : picture && dom.find(picture, "img");
  const { complete, naturalWidth, currentSrc } = (image ?? {}) as Partial<HTMLImageElement>;
  return complete && (naturalWidth ?? 0) > 1 && /^https?:/.test(currentSrc ?? "") ? currentSrc : undefined; // a pixel stands for another image
}

function absolute(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

/** Text without the characters that part the stream's fields, and without the one that a parser would drop; hardly any has one. */
export function clean(text: string): string {
  return /[\0-\x06]/.test(text) ? text.replace(/[\0-\x06]/g, "") : text;
}
