/** The colours that a highlight may have. */
export const colours = ["yellow", "green", "blue", "pink"] as const;

export type Colour = (typeof colours)[number];

/**
 * A highlight, with or without a note: plain data, which lasts. Its place is told twice, as the W3C's Web Annotation Data Model has it: by
 * the words themselves with those around them (TextQuoteSelector), and by where they stand (TextPositionSelector).
 */
export interface Mark {
  readonly id: string;
  readonly colour: Colour;
  /** What the reader wrote about it; `""` where nothing. */
  readonly note: string;
  /** When it was made: ISO 8601. */
  readonly created: string;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  /** UTF-16 units into the text of the article's body. */
  readonly position: { readonly start: number; readonly end: number };
}
