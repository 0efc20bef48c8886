// Readability.js's own test pages: does Pith say the same about them?

import { parseHTML } from "linkedom";

import { loadReadability } from "./corpora.mjs";
import { foldForComparison, mean, ratio, wordF1 } from "./measures.mjs";

const kFields = ["title", "byline", "excerpt", "siteName", "lang", "dir", "publishedTime"];

/** Facts that Readability.js only takes from declarations: where it has none, ours from the text are no disagreement. */
const kOnlyWhereGiven = new Set(["lang", "dir", "publishedTime"]);

/** Whether a fact agrees; undefined where there is nothing to compare with. Times are compared as the page writes them. */
export function sameFact(field, record, expected) {
  if (kOnlyWhereGiven.has(field) && !expected[field]) return undefined;
  const ours = field === "publishedTime" ? (record.publishedText ?? record.publishedTime) : record[field];
  return foldForComparison(ours) === foldForComparison(expected[field]);
}

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
    const fields = Object.fromEntries(kFields.map((field) => [field, sameFact(field, record, page.metadata)]));
    return { id: page.id, ...wordF1(record.text ?? "", blockText(page.html)), fields, error: record.error, text: record.text ?? "" };
  });
  const agreement = kFields.map((field) => {
    const known = pages.filter((page) => page.fields[field] !== undefined);
    return { field, share: ratio(known.filter((page) => page.fields[field]).length, known.length) };
  });
  const f1 = mean(pages.map((page) => page.f1));
  return { pages, agreement, f1, measures: { "readability.f1": f1 }, milliseconds };
}
