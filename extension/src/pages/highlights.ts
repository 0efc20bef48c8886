import { asQuotations, asText } from "../../../web/src/markdown_text.js";
import { element } from "../../../web/src/reader/element.js";
import { message } from "../browser/runtime.js";
import { allMarks, changeMarks, mergeMarks, removeMarks, type PageMarks } from "../store/marks.js";
import { saveText } from "./files.js";
import { button, row, showList } from "./rows.js";
import { find } from "./words.js";

/** What was removed here, by page: until this page is left it can be brought back. */
const removed = new Map<string, PageMarks>();

export async function showHighlights(): Promise<void> {
  const kept = await allMarks();
  const pages = [...new Map([...removed, ...kept])].sort(([one], [other]) => one.localeCompare(other));
  const rows = pages.map(([address, { title, marks }]) => {
    const name = title || address;
    const link = element(document, "a", { href: address, rel: "noopener noreferrer", target: "_blank", dir: "auto" }, name);
    const state = kept.has(address) ? message("highlightCount", String(marks.length)) : message("highlightsRemoved");
    const act = kept.has(address) ? button("remove", () => void remove(address, { title, marks })) : button("undo", () => void bringBack(address));
    return row(name, [link, element(document, "span", { class: "quiet" }, ` · ${state}`)], act);
  });
  showList(find("#highlights ul"), rows, find("#highlights .none"));
  find("#save-markdown").hidden = kept.size === 0;
}

async function remove(address: string, page: PageMarks): Promise<void> {
  removed.set(address, mergeMarks(removed.get(address), page));
  await removeMarks(address);
}

async function bringBack(address: string): Promise<void> {
  const { title, marks } = removed.get(address) as PageMarks;
  await changeMarks(address, title, { changed: marks, removed: [] });
  removed.delete(address);
}

export function listenToHighlights(): void {
  find("#save-markdown").addEventListener("click", () => {
    void allMarks().then((pages) => saveText("pith-highlights.md", "text/markdown", marksAsMarkdown(pages)));
  });
}

/** Each page with its passages as quotations, each with its note below, in the order of the text. */
export function marksAsMarkdown(pages: ReadonlyMap<string, PageMarks>): string {
  const parts = [...pages].map(([address, { title, marks }]) => {
    const inOrder = marks.toSorted((one, other) => one.position.start - other.position.start);
    return `## ${asText(title || address)}\n\n<${address}>\n\n${asQuotations(inOrder)}`;
  });
  return parts.join("\n");
}
