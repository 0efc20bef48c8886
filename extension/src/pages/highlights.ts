import { element } from "../../../web/src/reader/element.js";
import { message } from "../browser/runtime.js";
import { allMarks, removeMarks, type PageMarks } from "../store/marks.js";
import { saveText } from "./files.js";
import { button, row, showList } from "./rows.js";
import { find } from "./words.js";

export async function showHighlights(): Promise<void> {
  const pages = await allMarks();
  const rows = [...pages].map(([address, { title, marks }]) => {
    const name = title || address;
    const link = element(document, "a", { href: address, rel: "noopener noreferrer", target: "_blank", dir: "auto" }, name);
    const count = element(document, "span", { class: "quiet" }, ` · ${message("highlightCount", String(marks.length))}`);
    return row(name, [link, count], button("remove", () => void removeMarks(address)));
  });
  showList(find("#highlights ul"), rows, find("#highlights .none"));
  find("#save-markdown").hidden = rows.length === 0;
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
    const passages = inOrder.map(({ quote, note }) => `${asQuotation(quote.exact)}${note.trim() ? `\n\n${escape(note.trim())}` : ""}`);
    return [`## ${escape(title.replace(/\s+/g, " ") || address)}`, `<${address}>`, ...passages].join("\n\n");
  });
  return `${parts.join("\n\n")}\n`;
}

function asQuotation(text: string): string {
  return escape(text.trim()).replace(/^/gm, "> ");
}

/** What would be mark-up in Markdown is text. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}
