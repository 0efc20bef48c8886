import type { ArticleNode } from "../types.js";
import type { Heading } from "./clean_tree.js";

type Item = ["li", Record<string, string>, ...children: ArticleNode[]];

/** The book's table of contents (EPUB 3.3, "Navigation document"): the title, and under it the headings by their levels. */
export function contentsOf({ title, headings }: { title: string; headings: readonly Heading[] }, name: string): ArticleNode {
  const whole = item(title, "article.xhtml");
  const open: { level: number; item: Item }[] = [{ level: 0, item: whole }];
  for (const { level, text, id } of headings) {
    while ((open.at(-1)?.level ?? 0) >= level && open.length > 1) open.pop();
    const added = item(text, `article.xhtml#${encodeURIComponent(id)}`);
    addTo((open.at(-1) as { item: Item }).item, added);
    open.push({ level, item: added });
  }
  return ["nav", { "epub:type": "toc", role: "doc-toc", id: "toc" }, ["h1", {}, name], ["ol", {}, whole]];
}

function item(text: string, href: string): Item {
  return ["li", {}, ["a", { href }, text]];
}

/** An item's list stands last in it, and is made with its first entry. */
function addTo(parent: Item, added: Item): void {
  const list = parent[3] as ArticleNode[] | undefined;
  if (list === undefined) parent.push(["ol", {}, added]);
  else list.push(added);
}
