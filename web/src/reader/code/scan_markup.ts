import { css, javascript, php } from "./languages.js";
import type { Grammar } from "./grammar.js";
import { scanCode } from "./scan_code.js";
import { addShifted, type Token, type TokenKind } from "./token.js";

/** Elements whose content is a program, and what it is written in. */
const programs: Readonly<Record<string, Grammar>> = { script: javascript, style: css };

const isSpace = (char: string | undefined): boolean => char === " " || char === "\n" || char === "\t" || char === "\r";
const isNameStart = (char: string | undefined): boolean => char !== undefined && /[A-Za-z_:@#*.[(]/.test(char);
const endsName = (char: string | undefined): boolean => char === undefined || isSpace(char) || "<>/=\"'".includes(char);

/**
 * Finds tags, attributes, comments and entities of HTML, XML and their kin, and what programs in them are made of. Forward only, as
 * `scanCode` is: what a search found not to be there is not searched for again.
 */
export function scanMarkup(code: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const add = (start: number, kind: TokenKind): void => void (at > start && tokens.push({ start, end: at, kind }));
  const behind = (close: string, from: number): number => {
    const found = code.indexOf(close, from);
    return found === -1 ? code.length : found + close.length;
  };

  while (at < code.length) {
    const start = at;
    if (code[at] === "&") takeEntity(start);
    else if (code[at] !== "<") at++;
    else if (code.startsWith("<!--", at)) take(start, "-->", "comment");
    else if (code.startsWith("<![CDATA[", at)) take(start, "]]>", "string");
    else if (code.startsWith("<?php", at)) takePhp(start, 5);
    else if (code.startsWith("<?=", at)) takePhp(start, 3);
    else if (code[at + 1] === "!" || code[at + 1] === "?") take(start, ">", "meta");
    else if (code[at + 1] === "/" || code[at + 1] === ">" || isNameStart(code[at + 1])) takeTag(start);
    else at++;
  }
  return tokens;

  function take(start: number, close: string, kind: TokenKind): void {
    at = behind(close, start);
    add(start, kind);
  }

  function takeEntity(start: number): void {
    at++;
    while (at - start < 12 && code[at] !== ";" && !endsName(code[at])) at++;
    if (code[at] !== ";" || at === start + 1) return void (at = start + 1);
    at++;
    add(start, "number");
  }

  function takePhp(start: number, opener: number): void {
    at += opener;
    add(start, "meta");
    takeProgram(php, "?>");
    const close = at;
    at = Math.min(at + 2, code.length);
    add(close, "meta");
  }

  /** A piece in another language up to a text that ends it, or to the end. */
  function takeProgram(grammar: Grammar, close: string): void {
    const start = at;
    const end = code.indexOf(close, start);
    at = end === -1 ? code.length : end;
    addShifted(tokens, scanCode(code.slice(start, at), grammar), start);
  }

  function takeTag(start: number): void {
    at += code[start + 1] === "/" ? 2 : 1;
    const nameStart = at;
    while (!endsName(code[at])) at++;
    const name = at - nameStart < 10 ? code.slice(nameStart, at).toLowerCase() : "";
    add(start, "keyword");
    while (at < code.length) {
      const part = at;
      const char = code[at] as string;
      if (char === "<") return; // a tag that was never closed
      if (char === ">" || (char === "/" && code[at + 1] === ">")) {
        at += char === ">" ? 1 : 2;
        add(part, "keyword");
        const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
        if (program !== undefined && char === ">" && code[start + 1] !== "/") takeProgram(program, `</${code.slice(nameStart, nameStart + name.length)}`);
        return;
      }
      if (char === '"' || char === "'") takeValue(part, char);
      else if (endsName(char)) at++;
      else {
        while (!endsName(code[at])) at++;
        add(part, code[part - 1] === "=" ? "string" : "attribute");
      }
    }
  }

  function takeValue(start: number, quote: string): void {
    at = behind(quote, start + 1);
    add(start, "string");
  }
}
