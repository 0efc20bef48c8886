import { memberOf } from "../element.js";
import type { ReaderView } from "../view.js";
import css from "./code_colours.css" with { type: "text" };
import { onScroll } from "../reading/scrolling.js";
import { tokenKinds, type Token, type TokenKind } from "./token.js";

/** Longest code in UTF-16 units that gets colours: some thousand lines, found in about ten milliseconds. */
const longest = 100_000;

/** How far beyond the screen colours are ready, in its heights. */
const margin = 0.25;

// Chromium goes through all that is painted at each change of the page: a screenful costs it a millisecond or two a frame, a thousand lines forty.
const linesInPart = 20;
const mostInPart = 500; // words; lines that need more are not made to be read

type Window = typeof globalThis;
type Tokenize = (code: string, language?: string) => Token[];
/** Words with their kinds. */
type Part = readonly (readonly [TokenKind, StaticRange])[];

/** A block near the screen: its parts from `first` on, to the one before `end`, are painted. */
interface Painted {
  readonly parts: readonly Part[];
  first: number;
  end: number;
}

/**
 * Colours the words of code while they are near the screen. Nothing is put into the article, so anchors and marks stay as they are; where
 * the browser cannot colour words so, code stays plain.
 */
export function codeColours(reader: ReaderView): void {
  const { body, scroller } = reader;
  const known = new Map<Element, Painted>();
  const near = new Set<Element>();
  let window: Window;
  let tokenize: Tokenize;

  function paint(painted: Painted, first: number, end: number): void {
    const { parts } = painted;
    for (let part = Math.min(first, painted.first); part < Math.max(end, painted.end); part++) {
      const is = part >= first && part < end;
      const was = part >= painted.first && part < painted.end;
      if (is !== was) for (const [kind, range] of parts[part] ?? []) highlightOf(window, kind)[is ? "add" : "delete"](range);
    }
    painted.first = first;
    painted.end = end;
  }

  /** Paints the parts of a block that are near the screen: its lines are of one height. */
  function update(block: Element): void {
    let painted = known.get(block);
    if (painted === undefined) known.set(block, (painted = { parts: partsOf(block, tokenize, window), first: 0, end: 0 }));
    const { parts } = painted;
    if (parts.length === 1) return paint(painted, 0, 1);
    const { top, height } = block.getBoundingClientRect();
    const screen = scroller.getBoundingClientRect();
    const partAt = (y: number): number => Math.min(parts.length, Math.max(0, ((y - top) / height) * parts.length));
    const beyond = screen.height * margin;
    paint(painted, Math.floor(partAt(screen.top - beyond)), Math.ceil(partAt(screen.bottom + beyond)));
  }

  function leave(block: Element): void {
    near.delete(block);
    const painted = known.get(block);
    if (painted) paint(painted, 0, 0);
  }

  let observer: IntersectionObserver | undefined;
  const waiting: HTMLElement[] = [];
  let isOpen = false;
  let isClosed = false;

  function observe(): void {
    if (!isOpen || waiting.length === 0) return;
    window = (memberOf(body.ownerDocument, "defaultView") ?? globalThis) as Window;
    if (window.CSS?.highlights === undefined) return;
    // The languages come with the first block, and most articles have none.
    const use = (module: { readonly tokenize: Tokenize }): void => {
      if (isClosed) return;
      tokenize = module.tokenize;
      observer ??= makeObserver();
      for (const block of waiting.splice(0)) observer.observe(block);
    };
    import("./tokenize.js").then(use, () => {}); // where they do not come, code stays plain
  }

  function makeObserver(): IntersectionObserver {
    reader.addStyle(css);
    const made = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) leave(target);
          else update((near.add(target), target));
        }
      },
      { root: scroller, rootMargin: `${margin * 100}%` },
    );
    reader.onClose(() => {
      made.disconnect();
      near.forEach(leave);
      for (const kind of tokenKinds) if (highlightOf(window, kind).size === 0) window.CSS.highlights.delete(nameOf(kind));
    });
    return made;
  }

  reader.onBlocks((holder) => {
    waiting.push(...[...holder.querySelectorAll<HTMLElement>("pre")].filter(({ textContent }) => (textContent ?? "").length <= longest));
    observe();
  });
  reader.onOpen(() => {
    isOpen = true;
    observe();
  });
  reader.onClose(() => (isClosed = true));
  onScroll(reader, () => {
    for (const block of near) if ((known.get(block)?.parts.length ?? 0) > 1) update(block);
  });
}

const nameOf = (kind: TokenKind): string => `pith-code-${kind}`;

/** All words of a kind in the document, which several views may share. */
function highlightOf(window: Window, kind: TokenKind): Highlight {
  const { highlights } = window.CSS;
  let found = highlights.get(nameOf(kind));
  if (found === undefined) {
    found = new window.Highlight();
    found.priority = -1; // below what readers mark
    highlights.set(nameOf(kind), found);
  }
  return found;
}

/** The language that the page says a block is in. */
function languageOf(block: Element): string | undefined {
  const named = [block, ...block.querySelectorAll("code")].map(({ className }) => /(?:^|\s)lang(?:uage)?-(\S+)/.exec(className)?.[1]);
  return named.find((language) => language !== undefined);
}

/** The tokens of a block as ranges of its texts, in parts of so many lines; one that goes on in the next text or part is cut. */
function partsOf(block: Element, tokenize: Tokenize, window: Window): Part[] {
  const texts: Text[] = [];
  const walker = memberOf(block.ownerDocument, "createTreeWalker").call(block.ownerDocument, block, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) texts.push(text as Text);
  const code = texts.map(({ data }) => data).join("");
  const ends = endsOfParts(code);
  const parts = ends.map((): [TokenKind, StaticRange][] => []);
  let part = 0;
  let index = 0; // of the text
  let before = 0; // characters in the texts before it
  for (const { start, end, kind } of tokenize(code, languageOf(block))) {
    for (let from = start; from < end; ) {
      while ((ends[part] as number) <= from) part++;
      while (before + (texts[index] as Text).length <= from) before += (texts[index++] as Text).length;
      const text = texts[index] as Text;
      const to = Math.min(end, ends[part] as number, before + text.length);
      const range = { startContainer: text, startOffset: from - before, endContainer: text, endOffset: to - before };
      if ((parts[part]?.length ?? 0) < mostInPart) parts[part]?.push([kind, new window.StaticRange(range)]);
      from = to;
    }
  }
  return parts;
}

/** Where the parts of a code end: each behind so many lines, the last behind everything. */
function endsOfParts(code: string): number[] {
  const ends: number[] = [];
  let lines = 0;
  for (let at = code.indexOf("\n"); at !== -1; at = code.indexOf("\n", at + 1)) if (++lines % linesInPart === 0) ends.push(at + 1);
  return [...ends, Infinity];
}
