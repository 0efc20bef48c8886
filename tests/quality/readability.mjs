// Readability.js's own test pages: does Pith say the same about them?

import { parseHTML } from "linkedom";

import { loadReadability } from "./corpora.mjs";
import { foldForComparison, mean, ratio, wordF1 } from "./measures.mjs";

const kFields = ["title", "byline", "excerpt", "siteName", "lang", "dir", "publishedTime"];

const kBlocks = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV " +
    "OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL").split(" "),
);

/** The text of a piece of HTML with the words of neighbouring blocks kept apart. */
export function blockText(html) {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  let text = "";
  const walk = (node) => {
    if (node.nodeType === 3) text += node.data;
    if (node.nodeType !== 1 || node.tagName === "SCRIPT" || node.tagName === "STYLE") return;
    const edge = kBlocks.has(node.tagName) ? "\n" : "";
    text += edge;
    for (const child of node.childNodes) walk(child);
    text += edge;
  };
  walk(document.body);
  return text;
}

/** @returns the pages' word F1 against the expected text, and how often each field of metadata agrees */
export async function measureReadability({ folder, run }) {
  const inputs = loadReadability(folder);
  const { records, milliseconds } = await run(inputs.map((page) => page.file));
  const pages = inputs.map((page) => {
    const record = records.get(page.file);
    const same = (field) => foldForComparison(record[field]) === foldForComparison(page.metadata[field]);
    const fields = Object.fromEntries(kFields.map((field) => [field, same(field)]));
    return { id: page.id, ...wordF1(record.text ?? "", blockText(page.html)), fields, error: record.error, text: record.text ?? "" };
  });
  const agreement = kFields.map((field) => ({ field, share: ratio(pages.filter((page) => page.fields[field]).length, pages.length) }));
  const f1 = mean(pages.map((page) => page.f1));
  return { pages, agreement, f1, measures: { "readability.f1": f1 }, milliseconds };
}
