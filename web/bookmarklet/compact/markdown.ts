import { childrenOf, type ArticleElement } from "../../src/article_tree.js";
import { asLines, inLine } from "../../src/markdown_text.js";
import { safeAttribute } from "../../src/reader/safe_attributes.js";
import type { ArticleNode } from "../../src/types.js";
import { isStructure } from "./article.js";

const around: Readonly<Record<string, string>> = { em: "*", i: "*", strong: "**", b: "**", del: "~~", s: "~~" };

/**
 * An article's tree as Markdown: CommonMark with GFM's tables. As wasm/core/render/markdown.cpp, in far less code. Text stays text, and
 * addresses are those that the view lets through: the tree has them as the page does. It is no deeper than `countedDepth`, so recursion may walk it.
 * @param base what relative addresses are resolved against
 */
export function toMarkdown(title: string, tree: ArticleNode, base: string): string {
  return `# ${inLine(title)}\n\n${blocksOf(tree)}\n`;

  /** What stands in an element: blocks with empty lines between them, and runs of text as paragraphs. */
  function blocksOf(node: ArticleNode): string {
    const parts: string[] = [];
    let run = "";
    for (const child of childrenOf(node)) {
      if (typeof child !== "string" && isStructure(child[0])) {
        parts.push(asLines(run), block(child));
        run = "";
      } else run += inline(child);
    }
    return [...parts, asLines(run)].filter(Boolean).join("\n\n");
  }

  function block(node: ArticleElement): string {
    const [tag, { start }] = node;
    if (/^h\d/.test(tag)) return `${"#".repeat(Number(tag[1]))} ${line(node)}`;
    if (tag === "pre") return fenced(plain(node));
    if (tag === "blockquote") return `> ${blocksOf(node).replace(/\n/g, "\n> ")}`;
    if (tag === "ul" || tag === "ol") {
      return childrenOf(node)
        .map((item, index) => {
          const mark = tag === "ul" ? "- " : `${index + Number(/^\d{1,6}$/.test(start ?? "") ? start : 1)}. `; // a number of ten digits is none to Markdown
          return mark + blocksOf(item).replace(/\n+/g, `$&${" ".repeat(mark.length)}`);
        })
        .join("\n");
    }
    if (tag === "table") return table(node);
    return blocksOf(node);
  }

  function table(node: ArticleElement): string {
    const rows: string[][] = [];
    let widest = 0;
    const collect = (part: ArticleNode): void => {
      const parts = childrenOf(part);
      if (part[0] === "tr") {
        rows.push(parts.map((cell) => line(cell).replaceAll("|", "\\|")));
        widest = Math.max(widest, parts.length);
      } else parts.forEach(collect);
    };
    collect(node);
    (rows[0] ?? []).length = widest; // GFM leaves out what the first row has no cell above; other rows may lack cells
    rows.splice(1, 0, Array(widest).fill("---"));
    return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  }

  /** All of an element in one line. */
  function line(node: ArticleNode): string {
    return inlines(node).replace(/\\\n|\s+/g, " ").trim();
  }

  function inlines(node: ArticleNode): string {
    return childrenOf(node).map(inline).join("");
  }

  function inline(node: ArticleNode): string {
    if (typeof node === "string") return inLine(node);
    const [tag, { alt, href, src }] = node;
    if (tag === "br") return "\\\n";
    if (tag === "code") {
      const code = plain(node).replace(/\s+/g, " ");
      if (code && !/`|\\\|/.test(code)) return `\`${code}\``;
    }
    if (tag === "img") return link("!", inLine(alt ?? ""), src && safeAttribute(tag, "src", src));
    const inner = inlines(node);
    if (tag === "a") return link("", inner, href && safeAttribute(tag, "href", href));
    const mark = around[tag] ?? "";
    return inner.replace(/\S([^]*\S)?/, `${mark}$&${mark}`); // white space stays outside
  }

  /** Nothing in its address ends the link, begins code or parts cells. */
  function link(mark: string, words: string, safe: readonly [string, string] | "" | undefined): string {
    return safe && URL.canParse(safe[1], base) ? `${mark}[${words}](${new URL(safe[1], base).href.replace(/[ $()<>\\`|]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)})` : words;
  }
}

function fenced(code: string): string {
  let fence = "```";
  for (const [run] of code.matchAll(/`+/g)) if (run >= fence) fence = `${run}\``;
  return `${fence}\n${code.trimEnd().replace(/\r/g, "\n")}\n${fence}`; // \r ends a line of Markdown, too
}

function plain(node: ArticleNode): string {
  return typeof node === "string" ? node : childrenOf(node).map(plain).join("");
}
