import type { Grammar, Span } from "./grammar.js";
import type { Token, TokenKind } from "./token.js";

const longestWord = 24; // letters: no keyword has more
const longestName = 64; // letters of what ends a heredoc, so that comparing stays cheap
const longestEscape = 12; // characters of '\u{10ffff}'

const isSpace = (char: string | undefined): boolean => char === " " || char === "\n" || char === "\t" || char === "\r";
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";
const isLetter = (char: string | undefined): boolean =>
  char !== undefined && ((char >= "a" && char <= "z") || (char >= "A" && char <= "Z") || char === "_" || (char > "\x7f" && char !== "\xa0"));
const isName = (char: string | undefined): boolean => isLetter(char) || isDigit(char);

/**
 * Finds comments, texts, numbers and words that mean something.
 *
 * It goes forward only. What turns out not to be closed is remembered, so that the same search is not made twice: however a text is
 * made, each of its characters is looked at a few times at most.
 */
export function scanCode(code: string, grammar: Grammar): Token[] {
  const tokens: Token[] = [];
  const spans = spansByFirst(grammar);
  /** Texts that wait for the code in them to end, with the brackets that are open in it. */
  const waiting: { readonly span: Span; open: number }[] = [];
  /** To where a span is known not to be closed. */
  const unclosed = new Map<Span | "slash", number>();
  let at = 0;
  let begins = true; // nothing but white space since the line, or the command, began
  let afterValue = false; // a slash divides
  let next: TokenKind | undefined; // what the word before says of this name
  let braces = 0;
  let heredoc: string | undefined; // begins with the next line
  let heredocsEnd = grammar.heredocs !== ""; // until one was found that does not

  while (at < code.length) {
    const char = code[at] as string;
    if (isSpace(char)) {
      at++;
      if (char === "\n") {
        begins = true;
        next = undefined;
        if (heredoc !== undefined) takeHeredoc(heredoc);
      }
      continue;
    }
    const start = at;
    const kind = takeNext(char);
    if (kind !== undefined && at > start) tokens.push({ start, end: at, kind });
  }
  return tokens;

  function takeNext(char: string): TokenKind | undefined {
    const hole = waiting.at(-1);
    if (hole !== undefined && char === hole.span.hole?.close && --hole.open === 0) {
      waiting.pop();
      at++;
      takeSpan(hole.span, true);
      afterValue = true;
      return hole.span.kind;
    }
    if (hole !== undefined && char === hole.span.hole?.bracket) hole.open++;
    for (const span of spans.get(char) ?? []) {
      if (!code.startsWith(span.open, at) || !isPlace(span.place) || (unclosed.get(span) ?? -1) > at) continue;
      const start = at;
      at += span.open.length;
      if (!takeSpan(span, false)) {
        at = start;
        continue;
      }
      begins = false;
      afterValue = span.kind === "string";
      return span.kind === "string" && isKey(start) ? "attribute" : span.kind;
    }
    if (isDigit(char)) return takeNumber();
    const sigil = grammar.sigils.get(char);
    if (sigil !== undefined && takeSigil(char)) return sigil;
    if (isLetter(char) || (grammar.inNames.includes(char) && (isName(code[at + 1]) || code[at + 1] === char))) return takeWord();
    if (grammar.slashes && char === "/" && !afterValue && takeSlashes()) return "string";
    if (heredocsEnd && char === "<" && takeHeredocName()) return undefined;
    takeSign(char);
    return undefined;
  }

  function takeSign(char: string): void {
    at++;
    if (char === "{") braces++;
    if (char === "}") braces--;
    afterValue = char === ")" || char === "]" || char === "}";
    begins = grammar.commands && "|&;({".includes(char);
    if (char !== "*" && char !== "&" && char !== "<") next = undefined;
  }

  function isPlace(place: Span["place"]): boolean {
    const before = code[at - 1];
    if (place === undefined || before === undefined) return true;
    if (place === "line") return begins;
    return isSpace(before) || (place === "value" && "([{,:=".includes(before));
  }

  /** Goes behind the close of a span, or to the hole in it. False where it is none: a line ends before it does. */
  function takeSpan(span: Span, isOpen: boolean): boolean {
    if (span.close === "\n") {
      at = endOfLine(at);
      return true;
    }
    if (span.character) return takeCharacter(span);
    const { close, hole } = span;
    let depth = 1;
    while (at < code.length) {
      const char = code[at];
      if (char === "\n" && !span.lines) {
        if (!isOpen) unclosed.set(span, at);
        return isOpen;
      }
      if (hole !== undefined && code.startsWith(hole.open, at)) {
        at += hole.open.length;
        waiting.push({ span, open: 1 });
        return true;
      }
      if (span.escapes && char === "\\") at += 2;
      else if (code.startsWith(close, at)) {
        at += close.length;
        if (--depth === 0) return true;
      } else if (span.nests && code.startsWith(span.open, at)) {
        at += span.open.length;
        depth++;
      } else at++;
    }
    at = code.length;
    if (span.lines || isOpen) return true;
    unclosed.set(span, at);
    return false;
  }

  function takeCharacter({ close }: Span): boolean {
    const end = code[at] === "\\" ? code.slice(at + 2, at + longestEscape).indexOf(close) + 2 : (code.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    if (code[at] === "\n" || end < 1 || code[at + end] !== close) return false;
    at += end + 1;
    return true;
  }

  function takeNumber(): TokenKind {
    const isHex = code[at] === "0" && (code[at + 1] === "x" || code[at + 1] === "X");
    while (isName(code[at]) || (code[at] === "." && isDigit(code[at + 1])) || (!isHex && isExponent())) at++;
    if (code[at] === "%") at++;
    begins = false;
    next = undefined;
    afterValue = true;
    return "number";
  }

  function isExponent(): boolean {
    return (code[at] === "+" || code[at] === "-") && (code[at - 1] === "e" || code[at - 1] === "E") && isDigit(code[at + 1]);
  }

  function takeName(): void {
    while (at < code.length && (isName(code[at]) || grammar.inNames.includes(code[at] as string))) at++;
  }

  function takeWord(): TokenKind | undefined {
    const start = at;
    at++;
    takeName();
    if (at < code.length && grammar.endNames.includes(code[at] as string) && code[at + 1] !== "=") at++;
    const kind = kindOfWord(start);
    begins = grammar.commands && kind === "keyword";
    if (kind !== "keyword" && kind !== "attribute") next = undefined;
    afterValue = kind !== "keyword";
    return kind;
  }

  function kindOfWord(start: number): TokenKind | undefined {
    const before = code[start - 1];
    const isMember = grammar.calls && before === "." && code[start - 2] !== ".";
    const word = at - start <= longestWord ? code.slice(start, at) : "";
    const known = grammar.anyCase ? word.toLowerCase() : word;
    if (next !== undefined && !grammar.words.has(known)) return next;
    if (isKey(start)) return "attribute";
    const kind = isMember ? undefined : grammar.words.get(known);
    if (kind !== undefined) {
      next = grammar.declares.get(known);
      return kind;
    }
    if ((grammar.calls && code[at] === "(") || (grammar.heads && before === "(") || (grammar.commands && begins)) return "function";
    if (!grammar.capitals || word === "" || word[0] === word[0]?.toLowerCase()) return undefined;
    return word.length > 2 && word === word.toUpperCase() ? "number" : "type";
  }

  /** Whether a sign that makes keys follows what began at `start`. */
  function isKey(start: number): boolean {
    if (grammar.keys === "" || (grammar.keyPlace === "braces" && braces === 0)) return false;
    if (grammar.keyPlace === "line" && !isFirst(start)) return false;
    let after = at;
    while (code[after] === " " || code[after] === "\t") after++;
    const sign = code[after];
    if (sign === undefined || !grammar.keys.includes(sign) || (sign === "=" && code[after + 1] === "=")) return false;
    return grammar.keyPlace !== "spaced" || after + 1 === code.length || isSpace(code[after + 1]);
  }

  function isFirst(start: number): boolean {
    return start === 0 || code[start - 1] === "\n" || begins;
  }

  function takeSigil(char: string): boolean {
    const before = code[at - 1];
    if (before === char || isName(before) || (char === "-" && before !== undefined && !isSpace(before))) return false;
    const length = code[at + 1] === char ? 2 : 1;
    if (!isName(code[at + length]) && code[at + length] !== "{") return false;
    at += length;
    if (code[at] !== "{") takeName();
    else if (char === "$") at = code.slice(at, at + longestName).indexOf("}") + at + 1; // ${name}
    begins = false;
    next = undefined;
    afterValue = true;
    return true;
  }

  /** A regular expression: to the slash that ends it in its line, with its flags. */
  function takeSlashes(): boolean {
    if ((unclosed.get("slash") ?? -1) > at) return false;
    let end = at + 1;
    let inClass = false;
    for (; end < code.length && code[end] !== "\n"; end++) {
      const char = code[end];
      if (char === "\\") end++;
      else if (char === "[") inClass = true;
      else if (char === "]") inClass = false;
      else if (char === "/" && !inClass) {
        at = end + 1;
        while (isLetter(code[at])) at++;
        afterValue = true;
        begins = false;
        return true;
      }
    }
    unclosed.set("slash", end);
    return false;
  }

  /** `<<NAME`, `<<-'NAME'`: what it begins stands below this line. */
  function takeHeredocName(): boolean {
    if (!code.startsWith(grammar.heredocs, at) || code[at - 1] === "<" || heredoc !== undefined) return false;
    let begin = at + grammar.heredocs.length;
    if (code[begin] === "-" || code[begin] === "~") begin++;
    if (code[begin] === "'" || code[begin] === '"') begin++;
    let end = begin;
    while (end - begin < longestName && isName(code[end])) end++;
    if (!isLetter(code[begin])) return false;
    heredoc = code.slice(begin, end);
    at = end + (code[end] === "'" || code[end] === '"' ? 1 : 0);
    afterValue = true;
    begins = false;
    return true;
  }

  function takeHeredoc(name: string): void {
    heredoc = undefined;
    for (let line = at; line < code.length; ) {
      const end = endOfLine(line);
      let first = line;
      while (code[first] === " " || code[first] === "\t") first++;
      if (code.startsWith(name, first) && !isName(code[first + name.length])) {
        if (first > at) tokens.push({ start: at, end: first, kind: "string" });
        at = first + name.length;
        begins = false;
        return;
      }
      line = end + 1;
    }
    heredocsEnd = false;
  }

  function endOfLine(from: number): number {
    const found = code.indexOf("\n", from);
    return found === -1 ? code.length : found;
  }
}

const known = new WeakMap<Grammar, ReadonlyMap<string, readonly Span[]>>();

/** A grammar's spans by the first character of their openers, the longest first. */
function spansByFirst(grammar: Grammar): ReadonlyMap<string, readonly Span[]> {
  let spans = known.get(grammar);
  if (spans === undefined) {
    const made = new Map<string, Span[]>();
    for (const span of grammar.spans.toSorted((one, other) => other.open.length - one.open.length)) {
      const first = span.open[0] as string;
      made.set(first, [...(made.get(first) ?? []), span]);
    }
    spans = made;
    known.set(grammar, spans);
  }
  return spans;
}
