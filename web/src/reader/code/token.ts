/** What a piece of code is, as far as a colour tells it. */
export const tokenKinds = ["comment", "string", "number", "keyword", "type", "function", "attribute", "meta", "inserted", "deleted"] as const;

export type TokenKind = (typeof tokenKinds)[number];

/** A piece of code by its UTF-16 offsets. Tokens of one text come in order, are not empty and do not overlap. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

/** Puts tokens of a piece of a text behind those of the text before it. */
export function addShifted(tokens: Token[], more: readonly Token[], by: number): void {
  for (const { start, end, kind } of more) tokens.push({ start: start + by, end: end + by, kind });
}
