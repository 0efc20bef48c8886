import { scanCode } from "./scan_code.js";
import { shell } from "./languages.js";
import { addShifted, type Token, type TokenKind } from "./token.js";

/** Lines of a text with where they begin. */
function* linesOf(code: string): Generator<readonly [line: string, start: number]> {
  for (let start = 0; start < code.length; ) {
    const found = code.indexOf("\n", start);
    const end = found === -1 ? code.length : found;
    yield [code.slice(start, end), start];
    start = end + 1;
  }
}

/** What a patch adds and takes away, and its headers. */
export function scanDiff(code: string): Token[] {
  const tokens: Token[] = [];
  for (const [line, start] of linesOf(code)) {
    const kind = kindOfDiffLine(line);
    if (kind !== undefined) tokens.push({ start, end: start + line.length, kind });
  }
  return tokens;
}

function kindOfDiffLine(line: string): TokenKind | undefined {
  if (/^(?:@@|diff |index |\+\+\+ |--- |\*\*\* |rename |new file|deleted file)/.test(line)) return "meta";
  return line[0] === "+" || line[0] === ">" ? "inserted" : line[0] === "-" || line[0] === "<" ? "deleted" : undefined;
}

const prompt = /^(?:\([\w.-]{1,40}\) )?(?:[\w.@:~/-]{1,80} ?)?[$%❯] /;

/** Whether lines begin with the sign behind which commands are typed. */
export function hasPrompts(code: string): boolean {
  return prompt.test(code);
}

/** What was typed in a terminal; what was answered stays as it is. */
export function scanSession(code: string): Token[] {
  const tokens: Token[] = [];
  let goesOn = false;
  for (const [line, start] of linesOf(code)) {
    const sign: string | undefined = goesOn ? "" : prompt.exec(line)?.[0];
    if (sign !== undefined) {
      if (sign !== "") tokens.push({ start, end: start + sign.length - 1, kind: "meta" });
      addShifted(tokens, scanCode(line.slice(sign.length), shell), start + sign.length);
    }
    goesOn = sign !== undefined && line.endsWith("\\");
  }
  return tokens;
}
