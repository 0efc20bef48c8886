import assert from "node:assert/strict";
import { test } from "node:test";

import { measurePage, reportReadabilityFacade, statedReasons } from "./readability_facade.mjs";

const content = '<div id="readability-page-1" class="page"><p>The gulls are back.</p></div>';
const article = { title: "Gulls", byline: null, dir: null, lang: "en", content, excerpt: undefined, siteName: null, publishedTime: null };
const facadeOf = (parsed, readerable = true) => ({
  Readability: class {
    parse() {
      return parsed;
    }
  },
  isProbablyReaderable: () => readerable,
});
const metadata = { title: "Gulls", byline: null, dir: null, lang: "en", siteName: null, publishedTime: null, readerable: true };
const page = { id: "gulls", source: "<!-- none --><title>Gulls</title>", html: content, metadata };

test("an answer as expected agrees in all fields that are stated, and in the tree", () => {
  const measured = measurePage(facadeOf(article), page);
  assert.equal(measured.f1, 1);
  assert.deepEqual(Object.keys(measured.fields), ["title", "byline", "excerpt", "siteName", "lang", "readerable"]);
  assert.ok(Object.values(measured.fields).every(({ same }) => same));
  assert.equal(measured.strict.equal, true);
});

test("metadata that differ in one space differ, and so does a probe that answers otherwise", () => {
  const { fields } = measurePage(facadeOf({ ...article, title: "Gulls " }, false), page);
  assert.deepEqual(fields.title, { same: false, found: "Gulls ", wanted: "Gulls" });
  assert.equal(fields.readerable.same, false);
});

test("no article scores nothing and is no failure of the run", () => {
  const measured = measurePage(facadeOf(null), page);
  assert.equal(measured.f1, 0);
  assert.equal(measured.fields.title.same, false);
  assert.equal(measured.fields.byline.same, true);
});

test("reasons are rows of the table below their heading, and of no other", () => {
  const markdown = "| `other` | not this |\n\n## Pages on which the two differ\n\n| page | reason |\n|---|---|\n| `gulls` | we say \"no\" |\n\n## More\n\n| `later` | nor this |\n";
  assert.deepEqual([...statedReasons(markdown)], [["gulls", 'we say "no"']]);
});

test("the report names what differs and says where a reason is missing", () => {
  const pages = [measurePage(facadeOf({ ...article, title: "Terns", content: "<p>none</p>" }), page)];
  const result = { pages, fields: [{ field: "title", share: 0, of: 1 }], trees: { upstream: { equal: 0, similarity: 0 } }, f1: 0, milliseconds: 1, low: [{ ...pages[0], reason: undefined }] };
  const report = reportReadabilityFacade(result);
  assert.match(report, /gulls: title is "Terns", expected "Gulls"/);
  assert.match(report, /gulls +0\.000 +none yet/);
});
