import { unescapeText } from "../readability/words.js";

/** A start tag in a piece of HTML, and where it stands. */
export interface StartTag {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The text up to the end tag, for elements whose content is not mark-up; else empty. */
  readonly rawText: string;
}

const rawTextElements = new Set("script style textarea title xmp noembed noframes iframe".split(" "));
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/g;

/** Reads over HTML from start tag to start tag, in linear time: comments and scripts hold none. */
export function* startTags(html: string): Generator<StartTag> {
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at)) {
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at + 4);
      if (end === -1) return;
      at = end + 3;
      continue;
    }
    const name = nameAt(html, at + 1);
    const end = name === "" ? at + 1 : endOfTag(html, at + 1 + name.length);
    if (end === -1) return;
    if (name !== "") {
      const rawText = rawTextElements.has(name) ? rawTextAfter(html, end, name) : "";
      yield { name, start: at, end, rawText };
      at = end + rawText.length;
    } else {
      at = end;
    }
  }
}

/** The attributes of a tag, by their names in lower case; the first of a name counts. */
export function attributesOf(html: string, tag: StartTag): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of html.slice(tag.start + 1 + tag.name.length, tag.end - 1).matchAll(attribute)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, unescapeText(double ?? single ?? bare ?? ""));
  }
  return attributes;
}

function nameAt(html: string, at: number): string {
  const letter = /[a-z]/iy;
  letter.lastIndex = at;
  if (!letter.test(html)) return "";
  const name = /[^\s/>]+/y;
  name.lastIndex = at;
  return name.exec(html)?.[0].toLowerCase() ?? "";
}

/** One past the `>` that ends a tag; those in quotes do not. */
function endOfTag(html: string, from: number): number {
  const next = /[>"']/g;
  next.lastIndex = from;
  for (let found = next.exec(html); found !== null; found = next.exec(html)) {
    if (found[0] === ">") return next.lastIndex;
    const close = html.indexOf(found[0], next.lastIndex);
    if (close === -1) return -1;
    next.lastIndex = close + 1;
  }
  return -1;
}

function rawTextAfter(html: string, from: number, name: string): string {
  const close = new RegExp(`</${name}`, "gi");
  close.lastIndex = from;
  return html.slice(from, close.exec(html)?.index ?? html.length);
}
