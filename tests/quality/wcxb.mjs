// WCXB: whole-page truths, by page type.

import { loadWcxb } from "./corpora.mjs";
import { countSnippets, mean, ratio, sameByline, sameDate, sameTitle, wordF1 } from "./measures.mjs";

/** How one page's record compares with its truth. A page that failed counts as an empty output. */
export function scoreWcxbPage(page, record) {
  const text = record.text ?? "";
  const { truth } = page;
  return {
    id: page.id,
    type: page.type,
    ...wordF1(text, truth.main_content ?? ""),
    emptyTruth: (truth.main_content ?? "").trim() === "",
    with: countSnippets(text, truth.with ?? []),
    without: countSnippets(text, truth.without ?? []),
    title: sameTitle(record.title, truth.title),
    // Only pages whose truth names an author or a date say whether we find it.
    author: truth.author ? sameByline(record.byline, truth.author) : undefined,
    date: truth.publish_date ? sameDate(record.publishedTime, truth.publish_date) : undefined,
    error: record.error,
    text,
  };
}

const share = (pages, key) => {
  const known = pages.map((page) => page[key]).filter((value) => value !== undefined);
  return ratio(known.filter(Boolean).length, known.length);
};

const snippetShare = (pages, key) => {
  const counts = pages.map((page) => page[key]);
  return ratio(counts.reduce((n, c) => n + c.found, 0), counts.reduce((n, c) => n + c.total, 0));
};

/** The means over a group of scored pages. */
export function summarizeWcxb(pages) {
  return {
    pages: pages.length,
    f1: mean(pages.map((page) => page.f1)),
    precision: mean(pages.map((page) => page.precision)),
    recall: mean(pages.map((page) => page.recall)),
    withFound: snippetShare(pages, "with"),
    withoutLeft: snippetShare(pages, "without"),
    title: share(pages, "title"),
    author: share(pages, "author"),
    date: share(pages, "date"),
  };
}

/** @returns the pages' scores, and one summary a group: "all", then each page type, largest first */
export async function measureWcxb({ folder, run }) {
  const inputs = loadWcxb(folder);
  const { records, milliseconds } = await run(inputs.map((page) => page.file));
  const pages = inputs.map((page) => scoreWcxbPage(page, records.get(page.file)));
  const types = [...new Set(pages.map((page) => page.type))];
  const groups = types.map((type) => [type, pages.filter((page) => page.type === type)]).sort((a, b) => b[1].length - a[1].length);
  const summaries = [["all", pages], ...groups].map(([name, members]) => ({ name, ...summarizeWcxb(members) }));
  const measures = Object.fromEntries(summaries.map(({ name, f1 }) => [name === "all" ? "wcxb.f1" : `wcxb.f1.${name}`, f1]));
  return { pages, summaries, measures, milliseconds };
}
