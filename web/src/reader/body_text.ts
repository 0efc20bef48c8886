import { own } from "../own.js";
import { indexAt, lengthOf, nodeAt, placeOf, type TextPlace } from "./pieces.js";

/** The text of the article as it stands on the screen, with the way back to its nodes. */
export interface BodyText {
  /** Blocks and lines end with a line break, which no node holds. */
  readonly text: string;
  /** Where words begin and end, whatever is painted; offsets are UTF-16 units into `text`. Undefined where there are none. */
  endsOf(start: number, end: number): readonly [start: TextPlace, end: TextPlace] | undefined;
  /** The texts that words are in, wherever these stand now. */
  textsOf(start: number, end: number): readonly Text[];
  /** Where words stand now: to be asked for anew when something was painted. */
  rangeOf(start: number, end: number): Range;
  /** The place in `text` of a place in the document. */
  offsetOf(node: Node, offset: number): number;
}

const blocks =
  "address article aside blockquote br caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li ol p pre section summary table tbody td tfoot th thead tr ul";
const parting: ReadonlySet<string> = new Set(blocks.split(" "));
/** Whether a line ends before and behind a node. */
export const isBlock = (node: Node): boolean => node.nodeType === 1 && parting.has((node as Element).localName);
/** What features add to the article: an element with all that is in it. */
export const added = "button, .restored:not(.back), .note, [data-added]";
/** That, and what of a formula is not shown. */
const skipped = `${added}, annotation`;
/** Whether a node does not count as text of the article. */
export const isPassedOver = ({ parentElement }: Text): boolean => parentElement?.closest(skipped) !== null;

/**
 * Reads what stands in the article's body now. What features add to it must be buttons or carry `data-added`, so that it does not count.
 * @param without selector of what else is to be passed over
 */
export function readBody(body: HTMLElement, without = ""): BodyText {
  const left = without === "" ? skipped : `${skipped}, ${without}`;
  let text = "";
  const nodes: Text[] = []; // of those that a text was cut into, the first
  const starts = new Map<Text, number>();
  let isParted = true; // to ask how `text` ends has Chromium copy all of it, at each of some thousand blocks
  const part = (): void => {
    if (!isParted) text += "\n";
    isParted = true;
  };
  // A walk without recursion: down, else on, else up until there is an "on".
  let node: Node | null = body.firstChild;
  while (node !== null) {
    const isElement = node.nodeType === 1;
    if (node.nodeType === 3 && (node as Text).data !== "") {
      if (placeOf(node as Text, 0).offset === 0) {
        nodes.push(node as Text);
        starts.set(node as Text, text.length);
      }
      text += (node as Text).data;
      isParted = (node as Text).data.endsWith("\n");
    }
    if (isBlock(node)) part();
    if (isElement && node.firstChild !== null && !(node as Element).matches(left)) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === body ? null : node.parentNode;
      if (node !== null && isBlock(node)) part();
    }
    node = node?.nextSibling ?? null;
  }

  const startAt = (index: number): number => starts.get(nodes[index] as Text) as number;

  const placeIn = (index: number, offset: number): TextPlace => ({ whole: nodes[index] as Text, offset: offset - startAt(index) });

  /** The first and the last of the texts that words are in. */
  function indexesOf(start: number, end: number): readonly [first: number, last: number] | undefined {
    if (nodes.length === 0 || start >= end) return undefined;
    const last = indexAt(nodes.length, startAt, end, true);
    let first = indexAt(nodes.length, startAt, start, false);
    if (placeIn(first, start).offset >= lengthOf(nodes[first] as Text)) first++; // from the line break behind this one on
    return first <= last ? [first, last] : undefined;
  }

  function endsOf(start: number, end: number): readonly [TextPlace, TextPlace] | undefined {
    const indexes = indexesOf(start, end);
    return indexes && [placeIn(indexes[0], start), placeIn(indexes[1], end)];
  }

  function textsOf(start: number, end: number): readonly Text[] {
    const indexes = indexesOf(start, end);
    return indexes ? nodes.slice(indexes[0], indexes[1] + 1) : [];
  }

  function rangeOf(start: number, end: number): Range {
    const range = own(body.ownerDocument, "createRange").call(body.ownerDocument);
    const [from, to] = endsOf(start, end) ?? [];
    if (from) range.setStart(...nodeAt(from, false));
    if (to) range.setEnd(...nodeAt(to, true));
    return range;
  }

  /** What is in no text, or in one that was passed over, is where the next one begins. */
  function offsetOf(container: Node, offset: number): number {
    const walker = textsIn(body);
    const behind = container.nodeType === 3 ? container : container.childNodes[offset];
    walker.currentNode = behind ?? lastIn(container);
    let node = behind?.nodeType === 3 ? behind : walker.nextNode();
    for (let within = node === container ? offset : 0; node !== null; node = walker.nextNode(), within = 0) {
      const place = placeOf(node as Text, within);
      const start = starts.get(place.whole);
      if (start !== undefined) return start + place.offset;
    }
    return text.length;
  }

  return { text, endsOf, textsOf, rangeOf, offsetOf };
}

/** Goes through the texts of an element. */
export function textsIn(root: Node): TreeWalker {
  const page = root.ownerDocument as Document;
  return own(page, "createTreeWalker").call(page, root, NodeFilter.SHOW_TEXT);
}

/** What stands last in a node, at any depth. */
function lastIn(node: Node): Node {
  let last = node;
  while (last.lastChild !== null) last = last.lastChild;
  return last;
}
