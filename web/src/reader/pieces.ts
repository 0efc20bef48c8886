// Painting cuts the article's texts (paint.ts). Whoever holds a place in one, be it a list of texts or the selection, finds it again by these.

/** A node that a text was cut into. Where it begins in the text stays the same as long as it is there; where it ends does not. */
interface Piece {
  readonly node: Text;
  readonly start: number;
  /** All of the text, in order; the first is the node that the text was. */
  readonly all: Piece[];
}

/** A place in a text of the article, whatever the text is cut into. */
export interface TextPlace {
  /** The node that the text was before it was cut. */
  readonly whole: Text;
  readonly offset: number;
}

/** Texts that were never cut are not in it. */
const known = new WeakMap<Text, Piece>();

function pieceOf(node: Text): Piece {
  const piece = known.get(node) ?? { node, start: 0, all: [] };
  if (piece.all.length === 0) piece.all.push(piece);
  return piece;
}

/**
 * Which of some things that stand one behind another a place is in.
 * @param startOf where each of the `count` begins
 * @param closing of two that meet there, the first
 */
export function indexAt(count: number, startOf: (index: number) => number, offset: number, closing: boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = startOf(middle);
    if (start < offset || (!closing && start === offset)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const indexIn = (all: readonly Piece[], offset: number, closing = false): number => indexAt(all.length, (index) => (all[index] as Piece).start, offset, closing);

/** Where a place in a node is in the text that the node is of. */
export function placeOf(node: Text, offset: number): TextPlace {
  const { all, start } = pieceOf(node);
  return { whole: (all[0] as Piece).node, offset: start + offset };
}

/**
 * Where a place is in the document now.
 * @param closing of two nodes that meet there, in the first
 */
export function nodeAt({ whole, offset }: TextPlace, closing: boolean): readonly [node: Text, offset: number] {
  const { all } = pieceOf(whole);
  const { node, start } = all[indexIn(all, offset, closing)] as Piece;
  return [node, Math.min(node.length, Math.max(0, offset - start))];
}

/** The nodes that a text is in, in order, whether they are in the document or not. */
export function nodesOf(whole: Text): readonly Text[] {
  return pieceOf(whole).all.map(({ node }) => node);
}

/** How long a text is, in all of its nodes. */
export function lengthOf(whole: Text): number {
  const { node, start } = pieceOf(whole).all.at(-1) as Piece;
  return start + node.length;
}

/** Has a node end at a place. Returns the new node behind it, or undefined where nodes meet there already. */
export function cut({ whole, offset }: TextPlace): Text | undefined {
  const { all } = pieceOf(whole);
  const index = indexIn(all, offset);
  const piece = all[index] as Piece;
  if (offset <= piece.start || offset >= piece.start + piece.node.length) return undefined;
  const rest = { node: piece.node.splitText(offset - piece.start), start: offset, all };
  all.splice(index + 1, 0, rest);
  known.set(piece.node, piece).set(rest.node, rest);
  return rest.node;
}

/** The nodes of the same text before and behind a node. */
export function besides(node: Text): readonly [before: Text | undefined, behind: Text | undefined] {
  const { all, start } = pieceOf(node);
  const index = indexIn(all, start);
  return [all[index - 1]?.node, all[index + 1]?.node];
}

/** Takes a cut back: what is in a node comes into the one before it. The node itself is to be taken out of the document. */
export function join(before: Text, node: Text): void {
  const { all, start } = pieceOf(node);
  before.appendData(node.data);
  all.splice(indexIn(all, start), 1);
  known.delete(node);
}
