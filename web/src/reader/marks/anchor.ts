import type { Mark } from "../host.js";
import { align } from "./align.js";

type Anchor = Pick<Mark, "quote" | "position">;

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Characters kept from before and after a passage. */
const context = 32;
/** A passage with fewer characters than this is found by its words alone only if something around it is as it was. */
const tellingLength = 24;
/** Share of the characters that may have changed. */
const tolerance = 0.3;
/** Characters at either end of a passage that are compared one by one. */
const endLength = 100;

/** How a passage is found again, in this text or in a later one. */
export function anchorOf(text: string, { start, end }: Place): Anchor {
  const quote = { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - context), start), suffix: text.slice(end, end + context) };
  return { quote, position: { start, end } };
}

/** Finds a passage where it was, else where its words are, else where words like them are, else between what stood around it; or nowhere. */
export function findPlace(text: string, anchor: Anchor): Place | undefined {
  return byWords(text, anchor) ?? bySimilarWords(text, anchor) ?? bySurroundings(text, anchor);
}

/** The passage as it was: of several, the one whose surroundings are most as they were, and of those the nearest. */
function byWords(text: string, { quote, position }: Anchor): Place | undefined {
  const { exact } = quote;
  let best: { start: number; likeness: number; distance: number } | undefined;
  for (const start of occurrences(text, exact, 2000)) {
    const likeness = likenessAround(text, start, start + exact.length, quote);
    const distance = Math.abs(start - position.start);
    if (best === undefined || likeness > best.likeness || (likeness === best.likeness && distance < best.distance)) best = { start, likeness, distance };
  }
  if (best === undefined) return undefined;
  const isTold = exact.length >= tellingLength || best.likeness >= Math.min(6, quote.prefix.length + quote.suffix.length);
  return isTold ? { start: best.start, end: best.start + exact.length } : undefined;
}

/** How many characters before and after are the same. */
function likenessAround(text: string, start: number, end: number, { prefix, suffix }: Mark["quote"]): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  return before + after;
}

/** Pieces of the passage vote for where it begins; there its ends are aligned. */
function bySimilarWords(text: string, { quote: { exact }, position }: Anchor): Place | undefined {
  const length = 10;
  if (exact.length < 2 * length) return undefined;
  const votes = new Map<number, number>();
  const bucket = 64;
  const step = Math.max(length, Math.floor(exact.length / 40));
  for (let from = 0; from + length <= exact.length; from += step) {
    for (const at of occurrences(text, exact.slice(from, from + length), 20)) {
      const slot = Math.round((at - from) / bucket);
      votes.set(slot, (votes.get(slot) ?? 0) + 1);
    }
  }
  const distance = (slot: number): number => Math.abs(slot * bucket - position.start);
  const [winner] = [...votes].sort(([slotA, a], [slotB, b]) => b - a || distance(slotA) - distance(slotB));
  if (winner === undefined) return undefined;
  const slack = bucket + Math.ceil(exact.length * tolerance);
  const from = Math.max(0, winner[0] * bucket - slack);
  const window = text.slice(from, winner[0] * bucket + exact.length + slack);
  const size = Math.min(endLength, exact.length);
  const head = align(reversed(exact.slice(0, size)), reversed(window));
  const tail = align(exact.slice(-size), window);
  if (Math.max(head.changes, tail.changes) > size * tolerance) return undefined;
  const start = from + window.length - head.end;
  const end = from + tail.end;
  return end > start ? { start, end } : undefined;
}

/** What now stands between the words that stood before and after, if it is about as long. */
function bySurroundings(text: string, { quote, position }: Anchor): Place | undefined {
  const before = quote.prefix.slice(-20);
  const after = quote.suffix.slice(0, 20);
  if (before.trim().length < 8 || after.trim().length < 8) return undefined;
  const starts = occurrences(text, before, 100).map((at) => at + before.length);
  const places = starts.flatMap((start) => {
    const end = text.indexOf(after, start);
    return end > start && end - start <= 2 * quote.exact.length + context ? [{ start, end }] : [];
  });
  return places.sort((a, b) => Math.abs(a.start - position.start) - Math.abs(b.start - position.start))[0];
}

function occurrences(text: string, words: string, most: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && found.length < most; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/** By UTF-16 units, as all offsets here are. */
function reversed(text: string): string {
  return text.split("").reverse().join("");
}
