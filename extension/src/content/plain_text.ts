// Files of plain text, which browsers show in a page of their own making: one `<pre>`.

import { clean } from "../../../web/src/capture/snapshot.js";
import type { ArticleNode } from "../../../web/src/types.js";
import { asPage } from "./as_page.js";

/** What stands between empty lines. */
export interface TextBlock {
  /** Lines that were only broken to fit a width are one. */
  readonly lines: readonly string[];
  /** Drawings, tables, code: nothing without their white space. */
  readonly preformatted: boolean;
}

/** Characters: lines that are no longer than that were not broken to fit. */
const narrow = 50;
/** Of the longest line: shorter ones were broken for another reason. */
const fill = 0.6;
/** Of all breaks: verse begins its lines with capitals. */
const most = 0.75;

const itemStart = /^\s*(?:[-*+•·–]|\(?(?:\d{1,3}|\p{L})[.)])\s/u;
const ownLine = /^\s*(?:#{1,6}\s|>|[=\-*_~]{3,}\s*$)/; // headings, quoted mail, rules
const fence = /^\s*(?:```|~~~)/;
/** What no prose has in its lines: columns, drawings, ends of code. */
const laidOut = /\S {3,}\S|\S\t|^\s*[|+][-=|+ ]|[│┃─━┌└├╔╚]|(?:[{}]|\);)$/;
/** What verse has not either. */
const codeLike = /[{}<=\\|]|\w\([^()]*\)[;:]?$/;

/** A text as it is meant: as in mails and READMEs, or in verse and code. */
export function blocksOf(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  let isFenced = false;
  const end = (): void => {
    if (lines.length > 0) blocks.push(isFenced ? { lines, preformatted: true } : blockOf(lines));
    lines = [];
  };
  for (const line of text.split(/\r\n?|[\n\f]/)) {
    if (fence.test(line)) {
      if (!isFenced) end();
      lines.push(line);
      if (isFenced) end();
      isFenced = !isFenced;
    } else if (isFenced || /\S/.test(line)) {
      lines.push(line.trimEnd());
    } else {
      end();
    }
  }
  end();
  return blocks;
}

function blockOf(lines: readonly string[]): TextBlock {
  const parts = partsOf(lines);
  const isRagged = parts.some((part) => part.length > 1 && !isWrapped(part));
  if (lines.length > 1 && lines.some((line) => laidOut.test(line) || (isRagged && codeLike.test(line)))) return { lines, preformatted: true };
  const bare = (part: readonly string[]): readonly string[] => part.map((line) => line.trim()); // how far verse stands in, the core does not keep
  return { lines: parts.flatMap((part) => (isWrapped(part) ? bare(part).join(" ") : bare(part))), preformatted: false };
}

/** Items of a list, and what else has a line to itself, are parts of their own. */
function partsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const isNew = at === 0 || itemStart.test(line) || ownLine.test(line) || ownLine.test(lines[at - 1] as string);
    if (isNew) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

/** Whether lines were only broken to fit a width: none is short, unless a long word follows, and hardly any but goes on in the next. */
function isWrapped(lines: readonly string[]): boolean {
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const breaks = lines.slice(1).map((next, before) => {
    const line = lines[before] as string;
    const isFull = line.length + 1 + (/\S+/.exec(next)?.[0].length ?? 0) > longest;
    return {
      fits: (isFull || line.length >= fill * longest) && marginOf(next) === marginOf(lines[1] as string), // the first may stand out, or in
      goesOn: isFull || /[.!?:]["'”’)\]]*$/.test(line) || !/^\s*\p{Lu}/u.test(next),
    };
  });
  return longest >= narrow && breaks.every(({ fits }) => fits) && breaks.filter(({ goesOn }) => goesOn).length >= most * breaks.length;
}

function marginOf(line: string): number {
  return line.search(/\S/);
}

/** The same as a page for the core. */
export function textPage(text: string, name: string): string {
  return asPage(["article", {}, ...blocksOf(clean(text)).map(nodeOf)], clean(name));
}

function nodeOf({ lines, preformatted }: TextBlock): ArticleNode {
  return preformatted ? ["pre", {}, lines.join("\n")] : ["p", {}, ...lines.flatMap((line): ArticleNode[] => [["br", {}], line]).slice(1)];
}
