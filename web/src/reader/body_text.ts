import { memberOf } from "./element.js";

/** The text of the article as it stands on the screen, with the way back to its nodes. */
export interface BodyText {
  /** Blocks and lines end with a line break, which no node holds. */
  readonly text: string;
  /** Where words stand; offsets are UTF-16 units into `text`. */
  rangeOf(start: number, end: number): Range;
  /** The place in `text` of a place in the document. */
  offsetOf(node: Node, offset: number): number;
}

const blocks =
  "address article aside blockquote br caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li ol p pre section summary table td th tr ul";
const parting: ReadonlySet<string> = new Set(blocks.split(" "));
/** What features add to the article: an element with all that is in it. */
export const added = "button, .restored:not(.back), .note, [data-added]";
/** That, and what of a formula is not shown. */
const skipped = `${added}, annotation`;

/**
 * Reads what stands in the article's body now. What features add to it must be buttons or carry `data-added`, so that it does not count.
 * @param without selector of what else is to be passed over
 */
export function readBody(body: HTMLElement, without = ""): BodyText {
  const left = without === "" ? skipped : `${skipped}, ${without}`;
  let text = "";
  const nodes: Text[] = [];
  const starts: number[] = [];
  let isParted = true; // to ask how `text` ends has Chromium copy all of it, at each of some thousand blocks
  const part = (): void => {
    if (!isParted) text += "\n";
    isParted = true;
  };
  // A walk without recursion: down, else on, else up until there is an "on".
  let node: Node | null = body.firstChild;
  while (node !== null) {
    const isElement = node.nodeType === 1;
    const ends = isElement && parting.has((node as Element).localName);
    if (node.nodeType === 3 && (node as Text).data !== "") {
      nodes.push(node as Text);
      starts.push(text.length);
      text += (node as Text).data;
      isParted = (node as Text).data.endsWith("\n");
    }
    if (ends) part();
    if (isElement && node.firstChild !== null && !(node as Element).matches(left)) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === body ? null : node.parentNode;
      if (node !== null && parting.has((node as Element).localName)) part();
    }
    node = node?.nextSibling ?? null;
  }

  /** The last of the nodes that begin at `offset` or before; of those that end there, the first where `closing`. */
  function nodeAt(offset: number, closing: boolean): number {
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) < offset || (!closing && starts[middle] === offset)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function rangeOf(start: number, end: number): Range {
    const range = memberOf(body.ownerDocument, "createRange").call(body.ownerDocument);
    const set = (method: "setStart" | "setEnd", offset: number): void => {
      const index = nodeAt(offset, method === "setEnd");
      const found = nodes[index];
      if (found === undefined) range[method](body, 0);
      else range[method](found, Math.min(found.length, Math.max(0, offset - (starts[index] as number))));
    };
    set("setStart", start);
    set("setEnd", Math.max(start, end));
    return range;
  }

  function offsetOf(container: Node, offset: number): number {
    const probe = memberOf(body.ownerDocument, "createRange").call(body.ownerDocument);
    probe.setStart(container, offset);
    // The first node whose end is not before the place.
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = nodes[middle] as Text;
      if (there !== container && probe.comparePoint(there, there.length) < 0) low = middle + 1;
      else high = middle;
    }
    const found = nodes[low];
    if (found === undefined) return text.length;
    return (starts[low] as number) + (found === container ? Math.min(offset, found.length) : 0);
  }

  return { text, rangeOf, offsetOf };
}
