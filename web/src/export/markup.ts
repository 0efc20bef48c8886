import type { ArticleNode } from "../types.js";

/** How elements are written: as HTML, or as XML (XHTML and the documents around it). */
export type Dialect = "html" | "xml";

const emptyInHtml = new Set(["area", "br", "col", "hr", "img", "link", "meta", "wbr"]);
/** What XML 1.0 allows no document to hold, not even as a reference; lone surrogates are among it. */
const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

function escapeText(text: string): string {
  return text.replaceAll(notInXml, "").replaceAll(/[&<>\r]/g, (found) => escapes[found] as string);
}

function escapeValue(value: string): string {
  return escapeText(value).replaceAll('"', "&quot;");
}

/** Writes nodes as text. Tags and attribute names are the caller's to judge (see `cleanTree`); whatever is in texts and values stays text. */
export function writeMarkup(nodes: readonly ArticleNode[], dialect: Dialect): string {
  let out = "";
  const open: [nodes: readonly ArticleNode[], next: number, end: string][] = [[nodes, 0, ""]];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top[0][top[1]++];
    if (node === undefined) {
      out += top[2];
      open.pop();
    } else if (typeof node === "string") {
      out += escapeText(node);
    } else {
      const [tag, attributes, ...children] = node;
      out += `<${tag}`;
      for (const [name, value] of Object.entries(attributes)) out += ` ${name}="${escapeValue(value)}"`;
      if (dialect === "xml" && children.length === 0) out += "/>";
      else {
        out += ">";
        if (dialect === "html" && emptyInHtml.has(tag)) continue;
        if (dialect === "html" && tag === "style") { // whose text HTML takes as it stands; "<\/" is the same to CSS
          out += `${children.join("").replaceAll("</", "<\\/")}</style>`;
          continue;
        }
        if (dialect === "html" && tag === "pre") out += "\n"; // HTML parsers drop the line break that a <pre> begins with: this one
        open.push([children, 0, `</${tag}>`]);
      }
    }
  }
  return out;
}
