/** How many parts white space cuts a text into. */
export function countWords(text: string): number {
  return text.trim() === "" ? 0 : text.trim().split(/\s+/).length;
}

/** Whether two titles say nearly the same: at most a quarter of the second one's letters are in words that the first lacks. */
export function sameWords(left: string, right: string): boolean {
  const known = new Set(wordsOf(left));
  const words = wordsOf(right);
  const lengthOf = (list: readonly string[]): number => list.join(" ").length;
  const strangers = words.filter((word) => !known.has(word));
  return known.size > 0 && words.length > 0 && 1 - lengthOf(strangers) / lengthOf(words) > 0.75;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

const named: Readonly<Record<string, string>> = { quot: '"', amp: "&", apos: "'", lt: "<", gt: ">" };

/**
 * Undoes the character references that sites leave in their metadata by escaping twice.
 * What stands for no character becomes U+FFFD, as in HTML.
 */
export function unescapeText(text: string): string {
  return text
    .replace(/&(quot|amp|apos|lt|gt);/g, (whole, name: string) => named[name] ?? whole)
    .replace(/&#(?:x([0-9a-f]+)|([0-9]+));/gi, (_, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
      const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return valid ? String.fromCodePoint(code) : "\ufffd";
    });
}
