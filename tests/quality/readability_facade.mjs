// Readability.js's own test pages, given to `pith/readability` in the way that Readability.js's tests give them: does a
// program that changes its import get the same?

import { readFileSync } from "node:fs";

import { JSDOM } from "jsdom";

import { inRoot } from "../../scripts/layout.mjs";
import { loadReadability } from "./corpora.mjs";
import { mean, ratio, wordF1 } from "./measures.mjs";
import { blockText } from "./readability.mjs";
import { table } from "./report.mjs";
import { compareTrees } from "./tree_diff.mjs";

const kAddress = "http://fakehost/test/page.html";
const kOptions = { classesToPreserve: ["caption"] };
const kLow = 0.9; // word F1; a page below it needs a reason

/** Fields that are always compared, and those that the expectations hold only where there is something to say. */
const kAlways = ["title", "byline", "excerpt", "siteName"];
const kWhereStated = ["dir", "lang", "publishedTime"];
export const kFields = [...kAlways, ...kWhereStated, "readerable"];

/** Works on a page as Readability.js's tests have it, without comments, and lets go of it. */
function withDocument(html, work) {
  const { window } = new JSDOM(html, { url: kAddress });
  const { document } = window;
  const comments = document.createNodeIterator(document, window.NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment !== null; comment = comments.nextNode()) comment.remove();
  const result = work(document);
  window.close();
  return result;
}

function fieldsOf(found, expected) {
  const fields = {};
  const compare = (field) => {
    fields[field] = { same: (found[field] ?? null) === (expected[field] ?? null), found: found[field], wanted: expected[field] };
  };
  for (const field of kAlways) compare(field);
  for (const field of kWhereStated) if (expected[field]) compare(field);
  compare("readerable");
  return fields;
}

/** The reasons that docs/compatibility.md states, by page: rows `| page | reason |` below the heading for them. */
export function statedReasons(markdown = readFileSync(inRoot("docs/compatibility.md"), "utf8")) {
  const [, section = ""] = markdown.split(/^## Pages on which .*$/mu);
  const rows = section.split(/^## /mu)[0].matchAll(/^\| `([^`]+)` \| (.+) \|$/gmu);
  return new Map([...rows].map(([, page, reason]) => [page, reason]));
}

/** Measures one page with the facade's two functions. */
export function measurePage({ Readability, isProbablyReaderable }, { id, source, html, metadata }) {
  const { article, readerable } = withDocument(source, (document) => ({ readerable: isProbablyReaderable(document), article: new Readability(document, kOptions).parse() }));
  const content = article?.content ?? "";
  const text = blockText(content);
  const compare = (mode) => withDocument(content, ({ body: found }) => withDocument(html, ({ body: wanted }) => compareTrees(found, wanted, mode)));
  const fields = fieldsOf({ ...article, readerable }, metadata);
  return { id, text, ...wordF1(text, blockText(html)), fields, upstream: compare("upstream"), strict: compare("strict") };
}

/** @returns every page's word F1 and trees against the expected page, and how often each field agrees */
export async function measureReadabilityFacade({ folder }) {
  const facade = await import("../../dist/package/readability.js");
  const reasons = statedReasons();
  const started = performance.now();
  const pages = loadReadability(folder).map((page) => measurePage(facade, { ...page, source: readFileSync(page.file, "utf8").trim() }));
  const milliseconds = performance.now() - started;
  const fields = kFields.map((field) => {
    const stated = pages.filter((page) => field in page.fields);
    return { field, of: stated.length, share: ratio(stated.filter((page) => page.fields[field].same).length, stated.length) };
  });
  const trees = Object.fromEntries(
    ["upstream", "strict"].map((mode) => [
      mode,
      { equal: pages.filter((page) => page[mode].equal).length, similarity: mean(pages.map((page) => page[mode].similarity)) },
    ]),
  );
  const low = pages.filter((page) => page.f1 < kLow).sort((a, b) => a.f1 - b.f1);
  const f1 = mean(pages.map((page) => page.f1));
  const measures = { "readability-facade.f1": f1 };
  for (const { field, share } of fields) measures[`readability-facade.${field}`] = share;
  return { pages, fields, trees, low: low.map((page) => ({ ...page, reason: reasons.get(page.id) })), f1, measures, milliseconds };
}

const percent = (value) => (100 * value).toFixed(1);
const score = (value) => value.toFixed(3);

/** A value of metadata in the width of a line. */
function show(value) {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}

/** The report: all pages together, each page, each field that differs, and the reasons for what differs most. */
export function reportReadabilityFacade(result) {
  const differing = (page) => Object.entries(page.fields).filter(([, { same }]) => !same);
  return [
    table(
      ["pith/readability", "pages", "F1", ...result.fields.map(({ field }) => `${field} %`)],
      [["agreement", result.pages.length, score(result.f1), ...result.fields.map(({ share }) => percent(share))], ["of pages", "", "", ...result.fields.map(({ of }) => of)]],
    ),
    "F1: words of content against those of Readability.js's expected page. Metadata: exactly the same.",
    "",
    table(["trees", "equal", "similarity"], Object.entries(result.trees).map(([mode, { equal, similarity }]) => [mode, equal, score(similarity)])),
    "upstream: as Readability.js compares, attributes counted; strict: their values too. similarity: share of nodes in common, in order.",
    "",
    table(
      ["page", "F1", "P", "R", "upstream", "strict", "other fields"],
      result.pages.map((page) => [page.id, score(page.f1), score(page.precision), score(page.recall), score(page.upstream.similarity), score(page.strict.similarity), differing(page).map(([field]) => field).join(" ")]),
    ),
    "",
    ...result.pages.flatMap((page) => differing(page).map(([field, { found, wanted }]) => `${page.id}: ${field} is ${show(found)}, expected ${show(wanted)}`)),
    "",
    table([`below ${kLow}`, "F1", "reason in docs/compatibility.md"], result.low.map((page) => [page.id, score(page.f1), page.reason ?? "none yet"])),
    `${(result.milliseconds / result.pages.length).toFixed(0)} ms a page, the DOM and the comparison included`,
  ].join("\n");
}
