import { memberOf } from "../src/reader/element.js";

/** Its content is code, or what the page shows only to browsers without scripts. */
const withoutContent = /^(script|style|noscript|template)$/;

/**
 * A live page as the stream that wasm/core/snapshot reads. The page itself is only read.
 *
 * The engine takes the browser's own tree, so that it needs no parser. Nothing here needs what Trusted Types or a content
 * policy could refuse.
 */
export function snapshotOf(root: Element): string {
  const parts: string[] = [];
  // Not by the nodes' own members: `<form><input name="nextSibling">` would lead back into the form for ever.
  const walker = memberOf(root.ownerDocument, "createTreeWalker").call(root.ownerDocument, root);
  for (;;) {
    const node = walker.currentNode;
    const name = node instanceof Element ? open(node, parts) : "";
    if (node instanceof Text) parts.push("\x05", clean(node.data));
    if (name && !withoutContent.test(name) && walker.firstChild()) continue;
    if (name) parts.push("\x04");
    while (!walker.nextSibling()) {
      if (!walker.parentNode()) return parts.join("");
      parts.push("\x04");
    }
  }
}

const own = <Name extends "localName" | "attributes">(element: Element, name: Name): Element[Name] => Reflect.get(Element.prototype, name, element) as Element[Name];

function open(element: Element, parts: string[]): string {
  const name = own(element, "localName").toLowerCase();
  if (name === "script" && /ld\+json/i.test(element.getAttribute("type") ?? "")) parts.push("\x06", clean(element.textContent ?? ""));
  parts.push("\x01", name);
  for (const attribute of own(element, "attributes")) parts.push("\x02", attribute.name, "\x03", clean(attribute.value));
  return name;
}

/** Text without the bytes that part the stream's fields, and without the one that a parser would drop. */
function clean(text: string): string {
  return text.replace(/[\0-\x06]/g, "");
}
