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
  let node: Node = root;
  for (;;) {
    const name = node.nodeType === 1 ? open(node as Element, parts) : "";
    if (node.nodeType === 3) parts.push("\x05", clean((node as Text).data));
    if (node.firstChild && name && !withoutContent.test(name)) {
      node = node.firstChild;
      continue;
    }
    if (name) parts.push("\x04");
    while (node !== root && !node.nextSibling) {
      node = node.parentNode as Node;
      parts.push("\x04");
    }
    if (node === root) return parts.join("");
    node = node.nextSibling as Node;
  }
}

function open(element: Element, parts: string[]): string {
  const name = element.localName.toLowerCase();
  if (name === "script" && /ld\+json/i.test(element.getAttribute("type") ?? "")) parts.push("\x06", clean(element.textContent ?? ""));
  parts.push("\x01", name);
  for (const attribute of element.attributes) parts.push("\x02", attribute.name, "\x03", clean(attribute.value));
  return name;
}

/** Text without the bytes that part the stream's fields. */
function clean(text: string): string {
  return text.replace(/[\x01-\x06]/g, "");
}
