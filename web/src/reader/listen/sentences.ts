/** A piece of text that is read aloud in one breath. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** The paragraph that it is in, counted from 0. */
  readonly paragraph: number;
}

/** UTF-16 units: about 15 s of speech, after which some engines of Chromium stop in mid-word. */
const longest = 220;

/** UTF-16 units that are cut into sentences at a time: V8 takes the square of the time for more. */
const atATime = 2000;

/**
 * Cuts text into sentences by the rules of its language; blocks, which end with a line break, are never joined. A sentence that would take
 * too long is cut where it pauses, or between words.
 */
export function sentencesOf(text: string, lang: string | null): readonly Sentence[] {
  const segmenter = segmenterFor(lang);
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { 0: block, index } of text.matchAll(/[^\n]+/g)) {
    if (!isSpoken(block)) continue;
    for (const { segment, index: at } of wholeSentences(block, segmenter)) {
      for (const [start, end] of breaths(segment)) {
        const piece = segment.slice(start, end);
        const from = index + at + start + (piece.length - piece.trimStart().length);
        if (isSpoken(piece)) sentences.push({ start: from, end: from + piece.trim().length, paragraph });
      }
    }
    paragraph++;
  }
  return sentences;
}

/** "Dr.", "St.", "J.": the segmenter's rules know of no abbreviations, and a pause in a name is worse than none between sentences. */
const abbreviation = /(?:^|[\s(“"])\p{Lu}\p{Ll}{0,2}\.\s*$/u;

/** The sentences of a block; what ends in an abbreviation goes on. */
function wholeSentences(block: string, segmenter: Intl.Segmenter): { segment: string; index: number }[] {
  const joined: { segment: string; index: number }[] = [];
  let goesOn = false;
  for (let at = 0; at < block.length; ) {
    const window = block.slice(at, at + atATime);
    const segments = Array.from(segmenter.segment(window), ({ segment }) => segment);
    const isCut = at + window.length < block.length; // then the last one may go on behind the window
    for (const segment of isCut && segments.length > 1 ? segments.slice(0, -1) : segments) {
      const last = joined.at(-1);
      if (last !== undefined && goesOn) last.segment += segment;
      else joined.push({ segment, index: at });
      at += segment.length;
      goesOn = abbreviation.test(segment); // not of what it is joined to, which may be a whole list of names
    }
    goesOn ||= isCut && segments.length === 1;
  }
  return joined;
}

function isSpoken(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function segmenterFor(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: "sentence" }); // a page may name a language in any words
  }
}

/** The parts of a sentence: whole, or cut behind the last pause, space or character that fits. */
function breaths(sentence: string): [start: number, end: number][] {
  const parts: [number, number][] = [];
  let start = 0;
  while (sentence.length - start > longest) {
    const window = sentence.slice(start, start + longest);
    const pause = lastEnd(window, /[,;:—–、,;:،؛]\s*/gu);
    const space = lastEnd(window, /\s+/gu);
    const whole = /[\uD800-\uDBFF]$/.test(window) ? longest - 1 : longest; // a character of two units stays whole
    const end = start + (pause > longest / 3 ? pause : space || whole);
    parts.push([start, end]);
    start = end;
  }
  parts.push([start, sentence.length]);
  return parts;
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) end = index + found.length;
  return end;
}
