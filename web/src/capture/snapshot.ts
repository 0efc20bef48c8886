import { attributeOf, own } from "./own.js";
import { isInvisible, isUnrendered, shows } from "./rendering.js";
import { contentOf } from "./tree.js";

/** Its content is code, or what the page shows only to browsers without scripts. */
const withoutContent = /^(script|style|noscript|template)$/;
const addresses = /^(href|src|poster|cite|data-src)$/;

/** Nodes that are being walked: what stands in one element. */
interface Level {
  readonly nodes: readonly Node[];
  next: number;
  /** The element with a declarative shadow root that the nodes stand in. */
  readonly host: Element | undefined;
  /** An element above is marked, which holds for all in it. */
  readonly unrendered: boolean;
  /** Whether text here has no visibility; asked for at the first text. */
  invisible?: boolean;
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
export function snapshotOf(page: Document | Element): string {
  const document = own(page as Node, "nodeType") === 9 ? (page as Document) : own(page as Element, "ownerDocument");
  const root = document && own(document, "documentElement");
  if (!document || !root) return "";
  const parts: string[] = [];
  const layout = shows(document);
  if (page === document || page === root) {
    walk([root], document, layout, parts);
  } else {
    open(root, "html", document, parts);
    const head = own(document, "head");
    walk(head ? [head] : [], document, false, parts);
    parts.push("\x01body");
    walk([page], document, layout, parts);
    parts.push("\x04\x04");
  }
  return parts.join("");
}

function walk(nodes: readonly Node[], page: Document, layout: boolean, parts: string[]): void {
  const levels: Level[] = [{ nodes, next: 0, host: undefined, unrendered: !layout }];
  for (let level = levels[0]; level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.next++];
    if (node === undefined) {
      levels.pop();
      if (levels.length > 0) parts.push("\x04");
      continue;
    }
    const type = own(node, "nodeType");
    if (type === 3) text(node as Text, level, parts);
    if (type !== 1) continue;
    const element = node as Element;
    const name = nameOf(element, page);
    const marked = !level.unrendered && name !== "html" && name !== "head" && isUnrendered(element);
    open(element, name, page, parts);
    if (marked) parts.push("\x02data-pith-hidden\x03");
    if (withoutContent.test(name)) {
      // The source of a formula is a script to the browser, and text to the core.
      if (/^math\//i.test(element.getAttribute("type") ?? "")) parts.push("\x05", clean(element.textContent ?? ""));
      parts.push("\x04");
      continue;
    }
    const content = contentOf(element, level.host);
    // The head has no layout, and what is in a part that is not rendered needs no mark of its own.
    levels.push({ ...content, next: 0, unrendered: level.unrendered || marked || name === "head" });
  }
}

/** A frame's page stands in this page as a part of it. */
function nameOf(element: Element, page: Document): string {
  const name = own(element, "localName").toLowerCase();
  if ((name === "body" && own(element, "ownerDocument") !== page) || (name === "iframe" && contentOf(element, undefined).nodes.length > 0)) return "div";
  return name;
}

function text(node: Text, level: Level, parts: string[]): void {
  const data = clean(node.data);
  const asks = !level.unrendered && /\S/.test(data) && node.parentElement;
  if (asks && (level.invisible ??= isInvisible(asks))) parts.push("\x01span\x02data-pith-hidden\x03\x05", data, "\x04");
  else parts.push("\x05", data);
}

function open(element: Element, name: string, page: Document, parts: string[]): void {
  if (name === "script" && /ld\+json/i.test(attributeOf(element, "type") ?? "")) parts.push("\x06", clean(own(element, "textContent") ?? ""));
  parts.push("\x01", name);
  const image = chosenImage(element);
  const inFrame = own(element, "ownerDocument") !== page;
  for (const { name: attribute, value } of own(element, "attributes")) {
    if (image && (attribute === "src" || attribute === "srcset" || attribute === "sizes")) continue;
    parts.push("\x02", attribute, "\x03", clean(inFrame && addresses.test(attribute) ? absolute(value, own(element, "baseURI")) : value));
  }
  if (image && name === "img") parts.push("\x02src\x03", clean(image));
}

/** The address that the browser shows an image from, for the image and for the sources of its `<picture>`. */
function chosenImage(element: Element): string | undefined {
  const parent = own(element, "parentElement");
  const image = own(element, "localName") === "source" ? parent && own(parent, "querySelector").call(parent, "img") : own(element, "localName") === "img" ? element : undefined;
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

/** Text without the bytes that part the stream's fields, and without the one that a parser would drop. */
function clean(text: string): string {
  return text.replace(/[\0-\x06]/g, "");
}
