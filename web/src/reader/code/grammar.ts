import type { TokenKind } from "./token.js";

/** Something with a beginning and an end of its own: a comment, a text, a line for the preprocessor. */
export interface Span {
  readonly open: string;
  /** A line break means the end of the line, which is not part of it. */
  readonly close: string;
  readonly kind: TokenKind;
  /** It may hold line breaks. Where it may not and does not close, its opener is no opener. */
  readonly lines?: boolean;
  /** A backslash takes the meaning from what follows it. */
  readonly escapes?: boolean;
  readonly nests?: boolean;
  /** Code in a text, until its bracket closes. */
  readonly hole?: Hole;
  /** Where it may begin: first in its line; after white space; after white space, an opening bracket or a sign that parts values. */
  readonly place?: "line" | "space" | "value";
  /** One character, or one escape: what else stands behind such a quote (a lifetime, a type variable) is no text. */
  readonly character?: boolean;
}

/** How code in a text begins and ends; a bracket of the same kind in it has to close first. */
export interface Hole {
  readonly open: string;
  readonly bracket: string;
  readonly close: string;
}

/** How a language is written, as far as colours need to know. All of it is data: the scanner has no language in it. */
export interface Grammar {
  readonly spans: readonly Span[];
  readonly words: ReadonlyMap<string, TokenKind>;
  /** Words are the same in small letters and capitals. */
  readonly anyCase: boolean;
  /** What a keyword says of the name behind it. */
  readonly declares: ReadonlyMap<string, TokenKind>;
  /** Characters of a name beside letters, digits and `_`. */
  readonly inNames: string;
  /** Characters that may end a name. */
  readonly endNames: string;
  /** Characters that make the name behind them something. */
  readonly sigils: ReadonlyMap<string, TokenKind>;
  /** A name before `(` is a function. */
  readonly calls: boolean;
  /** A name after `(` is a function. */
  readonly heads: boolean;
  /** The first word of a line, or after a sign that parts commands, is a function. */
  readonly commands: boolean;
  /** Names with a capital are types, those in capitals constants. */
  readonly capitals: boolean;
  /** Signs that make the name or text before them a key. */
  readonly keys: string;
  /** Where keys stand: anywhere; first in their line; before a sign that white space follows; within braces. */
  readonly keyPlace: "any" | "line" | "spaced" | "braces";
  /** A slash where a value may stand begins a regular expression. */
  readonly slashes: boolean;
  /** What, before a name, begins a text that ends at a line with the name; empty where there is none. */
  readonly heredocs: string;
}

type Words = Partial<Record<"keyword" | "type" | "number" | "function" | "attribute", string>>;

interface Description extends Partial<Omit<Grammar, "words" | "declares" | "sigils" | "spans">> {
  readonly spans?: readonly Span[];
  readonly words?: Words;
  /** Keywords by what they say of the name behind them. */
  readonly declares?: Partial<Record<TokenKind, string>>;
  /** Kind by character. */
  readonly sigils?: Readonly<Record<string, TokenKind>>;
}

/** Fills in what a language does not have; of its words it makes tables when it is first used. */
export function grammar({ words = {}, declares = {}, sigils = {}, ...rest }: Description): Grammar {
  const tables = once(() => ({ words: byWord(words), declares: byWord(declares), sigils: new Map(Object.entries(sigils)) }));
  return {
    spans: [],
    anyCase: false,
    inNames: "",
    endNames: "",
    calls: false,
    heads: false,
    commands: false,
    capitals: false,
    keys: "",
    keyPlace: "any",
    slashes: false,
    heredocs: "",
    ...rest,
    get words() {
      return tables().words;
    },
    get declares() {
      return tables().declares;
    },
    get sigils() {
      return tables().sigils;
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

function byWord(lists: Partial<Readonly<Record<TokenKind, string>>>): ReadonlyMap<string, TokenKind> {
  return new Map(Object.entries(lists).flatMap(([kind, list]) => list.split(" ").map((word) => [word, kind as TokenKind])));
}

/** A comment to the end of its line. */
export const lineComment = (open: string, place?: Span["place"]): Span => ({ open, close: "\n", kind: "comment", ...(place && { place }) });
/** A comment with an end of its own. */
export const comment = (open: string, close: string, nests = false): Span => ({ open, close, kind: "comment", lines: true, nests });
/** A text within one line, with escapes. */
export const quoted = (open: string, more: Partial<Span> = {}): Span => ({ open, close: open, kind: "string", escapes: true, ...more });
/** A text of any lines that takes every character for itself. */
export const raw = (open: string, close = open): Span => ({ open, close, kind: "string", lines: true });
/** A line, or the rest of one, that is something as a whole. */
export const wholeLine = (open: string, kind: TokenKind): Span => ({ open, close: "\n", kind, place: "line" });
