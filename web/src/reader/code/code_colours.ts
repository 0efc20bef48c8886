import { readBody, type BodyText } from "../body_text.js";
import { paint, type Paint } from "../paint.js";
import { onScroll } from "../reading/scrolling.js";
import type { ReaderView } from "../view.js";
import css from "./code_colours.css" with { type: "text" };
import type { Token } from "./token.js";

/** Longest code in UTF-16 units that gets colours: some thousand lines, found in about ten milliseconds. */
const longest = 100_000;

/** How far beyond the screen colours are ready, in its heights. */
const margin = 0.25;

// Browsers lay out all of a block when a part of it is painted: for a thousand lines Chromium takes some 25 ms, whatever the part. So a part is
// more than a screenful, and yet not everything that nobody may scroll to.
const linesInPart = 50;
const mostInPart = 1250; // words; lines that need more are not made to be read

type Tokenize = (code: string, language?: string) => Token[];

/** A block whose words have colours as far as they were near the screen. */
interface Block {
  readonly text: BodyText;
  /** Words that are still to be painted, by the lines that they are in. */
  readonly parts: (readonly Paint[])[];
}

/** Colours the words of code when they come near the screen; they keep what they have. */
export function codeColours(reader: ReaderView): void {
  const { scroller } = reader;
  const known = new Map<Element, Block>();
  const near = new Set<Element>();
  let tokenize: Tokenize;

  /** Paints the parts of a block that are near the screen: its lines are of one height. */
  function update(block: Element): void {
    const { text, parts } = known.get(block) ?? read(block);
    const { top, height } = block.getBoundingClientRect();
    const screen = scroller.getBoundingClientRect();
    const partAt = (y: number): number => Math.min(parts.length, Math.max(0, ((y - top) / height) * parts.length));
    const beyond = screen.height * margin;
    const [first, end] = [Math.floor(partAt(screen.top - beyond)), Math.ceil(partAt(screen.bottom + beyond))];
    const words = parts.slice(first, end).flat();
    if (words.length === 0) return;
    parts.fill([], first, end);
    paint(reader, text, words);
  }

  function read(block: Element): Block {
    const text = readBody(block as HTMLElement);
    const made = { text, parts: partsOf(text.text, tokenize(text.text, languageOf(block))) };
    known.set(block, made);
    return made;
  }

  let observer: IntersectionObserver | undefined;
  const waiting: HTMLElement[] = [];
  let isOpen = false;
  let isClosed = false;

  function observe(): void {
    if (!isOpen || waiting.length === 0) return;
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
          if (isIntersecting) update((near.add(target), target));
          else near.delete(target);
        }
      },
      { root: scroller, rootMargin: `${margin * 100}%` },
    );
    reader.onClose(() => made.disconnect());
    return made;
  }

  reader.onBlocks((holder) => {
    for (const code of holder.querySelectorAll<HTMLElement>("pre")) if ((code.textContent ?? "").length <= longest) waiting.push(code);
    observe();
  });
  reader.onOpen(() => {
    isOpen = true;
    observe();
  });
  reader.onClose(() => (isClosed = true));
  onScroll(reader, () => near.forEach(update));
}

/** The language that the page says a block is in. */
function languageOf(block: Element): string | undefined {
  const named = [block, ...block.querySelectorAll("code")].map(({ className }) => /(?:^|\s)lang(?:uage)?-(\S+)/.exec(className)?.[1]);
  return named.find((language) => language !== undefined);
}

/** The words of a code in parts of so many lines; one that goes on in the next part is cut. */
function partsOf(code: string, tokens: readonly Token[]): Paint[][] {
  const ends = endsOfParts(code);
  const parts = ends.map((): Paint[] => []);
  let part = 0;
  for (const { start, end, kind } of tokens) {
    for (let from = start; from < end; ) {
      while ((ends[part] as number) <= from) part++;
      const to = Math.min(end, ends[part] as number);
      const words = parts[part] as Paint[];
      if (words.length < mostInPart) words.push({ name: `pith-code-${kind}`, start: from, end: to });
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
