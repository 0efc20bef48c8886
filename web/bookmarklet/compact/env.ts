// What the engine asks of the script around it: a browser knows Unicode.

/** In the order of CharClass in wasm/core/unicode/unicode.h, but that digits and format characters come first, being of other classes too. */
const kinds: readonly (readonly [pattern: RegExp, kind: number])[] = [
  [/\p{Nd}/u, 7],
  [/\p{Cf}/u, 8],
  [/\s/, 1],
  [/\p{L}/u, 2],
  [/\p{M}/u, 3],
  [/\p{N}/u, 4],
  [/\p{P}/u, 5],
  [/\p{S}/u, 6],
];

export function kind_of(code: number): number {
  const character = String.fromCodePoint(code);
  return kinds.find(([pattern]) => pattern.test(character))?.[1] ?? 0;
}

/** @param bare without the accents of Latin, Greek and Cyrillic letters */
export function lower_of(code: number, bare: number): number {
  const lower = String.fromCodePoint(code).toLowerCase();
  return (bare && code < 0x600 ? lower.normalize("NFD") : lower).codePointAt(0) as number;
}
