import { isBlock, isPassedOver, textsIn, type BodyText } from "./body_text.js";
import { element } from "./element.js";
import { besides, cut, join, nodeAt, nodesOf, placeOf, type TextPlace } from "./pieces.js";
import { keepSelection } from "./selection/selected_range.js";
import type { ReaderView } from "./view.js";

/** Words that are to be seen in some way. */
export interface Paint {
  /** A class that the article's elements cannot have, such as `pith-yellow`. */
  readonly name: string;
  /** UTF-16 units of a text. */
  readonly start: number;
  readonly end: number;
}

/** The class of what is put around texts to paint them. */
export const painted = "painted";

/** By body, what puts the paint on again that is off while the browser copies. */
const putBack = new WeakMap<HTMLElement, () => void>();

/**
 * Gives words a class, beside those that they have. An element of the view stands around each text of theirs, and no element of the article moves.
 * The CSS Custom Highlight API would need none, but its registry is open to the page, whose scripts would come by it to the text and the closed shadow root.
 * @param text what `words` count in
 */
export function paint(view: ReaderView, text: BodyText, words: readonly Paint[]): void {
  const { page, element: root, body } = view;
  if (!putBack.has(body)) copyBare(view);
  putBack.get(body)?.();
  keepSelection(root, () => {
    for (const { name, start, end } of words) {
      const seen = nodesBetween(body, text.endsOf(start, end), text.textsOf(start, end)).filter((node) => isSeen(node) && !isPassedOver(node));
      for (const node of seen) dress(page, node, [name]);
    }
  });
}

/** Takes classes from words that were painted. */
export function unpaint({ element: root, body }: ReaderView, text: BodyText, words: readonly Paint[]): void {
  putBack.get(body)?.();
  keepSelection(root, () => {
    for (const { name, start, end } of words) {
      for (const node of nodesBetween(body, text.endsOf(start, end), text.textsOf(start, end))) {
        const around = holderOf(node);
        if (around) undress(around, [name]);
      }
    }
  });
}

/** Takes all paint off a copy of an element of the article. */
export function wipe(copy: Element): void {
  for (const around of [...copy.getElementsByClassName(painted)]) undress(around, namesOf(around));
}

const namesOf = ({ classList }: Element): string[] => [...classList].filter((name) => name !== painted);

function dress(page: Document, node: Text, names: readonly string[]): void {
  let around = holderOf(node);
  if (around === undefined) {
    around = element(page, "span");
    node.before(around);
    around.append(node);
  }
  around.classList.add(painted, ...names);
}

function undress(around: Element, names: readonly string[]): void {
  around.classList.remove(...names);
  const isBare = around.classList.length === 1;
  if (isFormula(around)) {
    if (isBare) around.removeAttribute("class");
    return;
  }
  const node = around.firstChild as Text;
  if (isBare) {
    around.before(...around.childNodes); // not in its place: a selection that ends behind it would end before the text
    around.remove();
  }
  const [before, behind] = besides(node);
  if (behind !== undefined) mend(node, behind);
  if (before !== undefined) mend(before, node);
}

/** Two pieces of a text that look the same and stand side by side are one again, or the article would be in shreds after some minutes of listening. */
function mend(before: Text, node: Text): void {
  const [first, second] = [aroundOf(before), aroundOf(node)];
  if ((first ?? before).nextSibling !== (second ?? node) || first?.className !== second?.className) return;
  join(before, node);
  (second ?? node).remove();
}

function aroundOf({ parentElement }: Text): Element | undefined {
  return parentElement?.classList.contains(painted) ? parentElement : undefined;
}

/** What a text is painted by, or can be. */
const holderOf = (node: Text): Element | undefined => formulaOf(node) ?? aroundOf(node);

/** Formulas are painted as one: elements of HTML in them would change what they look like. */
const formulaOf = ({ parentElement }: Text): Element | undefined => parentElement?.closest("math") ?? undefined;
const isFormula = ({ localName }: Element): boolean => localName === "math";

/**
 * The nodes between two places, cut so that they hold nothing else.
 * @param texts that the places are in, and those between: some may not be in the document, in blocks that were removed by hand and may be put back
 */
function nodesBetween(body: HTMLElement, ends: readonly [start: TextPlace, end: TextPlace] | undefined, texts: readonly Text[]): readonly Text[] {
  if (ends === undefined) return [];
  const [start, end] = ends;
  for (const place of [end, start]) {
    const rest = formulaOf(place.whole) ? undefined : cut(place);
    const around = rest && aroundOf(rest);
    if (!around) continue;
    const more = around.cloneNode();
    around.after(more);
    more.appendChild(rest);
  }
  const [first] = nodeAt(start, false);
  const [last] = nodeAt(end, true);
  const nodes = texts.flatMap(nodesOf);
  const all = nodes.slice(nodes.indexOf(first), nodes.indexOf(last) + 1);
  const root = body.contains(first) ? body : first.getRootNode();
  if (!root.contains(last)) return all;
  // What the text passes over, such as the number of a note, looks like the words around it.
  const found = [first, ...all.filter((node) => !root.contains(node))];
  const walker = textsIn(root);
  walker.currentNode = first;
  while (walker.currentNode !== last && walker.nextNode() !== null) found.push(walker.currentNode as Text);
  return found;
}

/** White space is seen between words only: an element around what is between rows and cells would be one more cell. */
function isSeen(node: Text): boolean {
  if (node.data.trim() !== "") return true;
  const { parentElement, previousSibling, nextSibling } = aroundOf(node) ?? node;
  const isInLine = (beside: Node | null): boolean => beside !== null && !isBlock(beside);
  return isInLine(previousSibling) && isInLine(nextSibling) && parentElement?.closest("ruby") === null;
}

/** What is copied is the article as it is: the paint is off until the browser has copied. */
function copyBare({ page, element: root, body }: ReaderView): void {
  let off: readonly { readonly names: readonly string[]; readonly ends: readonly [TextPlace, TextPlace] }[] = [];
  const putOn = (): void => {
    const again = off;
    off = [];
    if (again.length === 0) return;
    keepSelection(root, () => {
      for (const { names, ends } of again) for (const node of nodesBetween(body, ends, [ends[0].whole])) dress(page, node, names);
    });
  };
  putBack.set(body, putOn);
  root.addEventListener("copy", () => {
    putOn();
    const all = [...body.getElementsByClassName(painted)];
    off = all.map((around) => {
      const node = textsIn(around).nextNode() as Text;
      return { names: namesOf(around), ends: [placeOf(node, 0), placeOf(node, node.length)] };
    });
    keepSelection(root, () => {
      for (const around of all) undress(around, namesOf(around));
    });
    setTimeout(putOn);
  });
}
