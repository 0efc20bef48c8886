import type { ArticleNode } from "../../src/types.js";

const around: Readonly<Record<string, string>> = { em: "*", i: "*", strong: "**", b: "**", del: "~~", s: "~~" };
const blocks = /^(h\d|p|pre|blockquote|[uod]l|figure|table|details|article|figcaption|summary|d[td])$/;

/**
 * An article's tree as Markdown: CommonMark with GFM's tables. As wasm/core/render/markdown.cpp, in far less code.
 * @param base what relative addresses are resolved against
 */
export function toMarkdown(title: string, tree: ArticleNode, base: string): string {
  return `# ${escape(title)}\n\n${blocksOf(tree, base)}\n`;
}

function childrenOf(node: ArticleNode): readonly ArticleNode[] {
  return typeof node === "string" ? [] : (node.slice(2) as ArticleNode[]);
}

function isBlock(node: ArticleNode): boolean {
  return typeof node !== "string" && blocks.test(node[0]);
}

/** What stands in an element: blocks with empty lines between them, and runs of text as paragraphs. */
function blocksOf(node: ArticleNode, base: string): string {
  const parts: string[] = [];
  let run = "";
  for (const child of childrenOf(node)) {
    if (isBlock(child)) {
      parts.push(run.trim(), block(child as Exclude<ArticleNode, string>, base));
      run = "";
    } else run += inline(child, base);
  }
  return [...parts, run.trim()].filter(Boolean).join("\n\n");
}

function block(node: Exclude<ArticleNode, string>, base: string): string {
  const [tag] = node;
  const indent = (text: string, by: string): string => text.replace(/\n(?=.)/g, `\n${by}`);
  if (/^h\d/.test(tag)) return `${"#".repeat(Number(tag[1]))} ${line(node, base)}`;
  if (tag === "pre") return `\`\`\`\n${plain(node).replace(/\n$/, "")}\n\`\`\``;
  if (tag === "blockquote") return blocksOf(node, base).replace(/^/gm, "> ");
  if (tag === "ul" || tag === "ol") {
    return childrenOf(node)
      .map((item, index) => (tag === "ul" ? "- " : `${index + Number(node[1].start ?? 1)}. `) + indent(blocksOf(item, base), "    "))
      .join("\n");
  }
  if (tag === "table") return table(node, base);
  return blocksOf(node, base);
}

function table(node: ArticleNode, base: string): string {
  const rows: string[][] = [];
  const collect = (parts: ArticleNode): void => {
    for (const part of childrenOf(parts)) {
      if (part[0] === "tr") rows.push(childrenOf(part).map((cell) => line(cell, base).replaceAll("|", "\\|")));
      else if (typeof part !== "string") collect(part);
    }
  };
  collect(node);
  const width = Math.max(...rows.map(({ length }) => length), 0);
  const lines = rows.map((cells) => `| ${[...Array(width)].map((_, column) => cells[column] ?? "").join(" | ")} |`);
  lines.splice(1, 0, `|${" --- |".repeat(width)}`);
  return lines.join("\n");
}

/** All of an element in one line. */
function line(node: ArticleNode, base: string): string {
  return childrenOf(node)
    .map((child) => inline(child, base))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

function inline(node: ArticleNode, base: string): string {
  if (typeof node === "string") return escape(node.replace(/\s+/g, " "));
  const [tag, attributes] = node;
  if (tag === "br") return "\\\n";
  if (tag === "img") return `![${escape(attributes.alt ?? "")}](${address(attributes.src ?? "", base)})`;
  if (tag === "code") return `\`${plain(node)}\``;
  const inner = childrenOf(node)
    .map((child) => inline(child, base))
    .join("");
  if (tag === "a") return `[${inner}](${address(attributes.href ?? "", base)})`;
  const mark = around[tag];
  const [, before = "", words = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(inner) ?? [];
  return mark && words ? before + mark + words + mark + after : inner;
}

function plain(node: ArticleNode): string {
  return typeof node === "string" ? node : childrenOf(node).map(plain).join("");
}

function escape(text: string): string {
  return text.replace(/[\\`*_[\]<]/g, "\\$&");
}

function address(reference: string, base: string): string {
  try {
    return new URL(reference, base).href.replace(/[()]/g, encodeURIComponent);
  } catch {
    return "";
  }
}
