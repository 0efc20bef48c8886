import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { loadReadability, loadSeeds, loadSegments, loadWcxb, locateSets } from "./corpora.mjs";
import { blockText, sameFact } from "./readability.mjs";

let folder;

function write(file, content) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, typeof content === "string" ? content : JSON.stringify(content));
}

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pith-corpora-"));
  const page = (type) => ({ url: "https://gulls.example/", _internal: { page_type: { primary: type } }, ground_truth: { title: "Gulls", main_content: "gulls" } });
  write("wcxb-dev/truth/0002.json", page("category"));
  write("wcxb-dev/truth/0001.json", page("article"));
  write("segments-dev/segments.json", [{ id: "007", with: ["kept"], without: [] }]);
  write("readability-pages/ars-1/source.html", "<p>gulls</p>");
  write("readability-pages/ars-1/expected.html", "<div><p>gulls</p></div>");
  write("readability-pages/ars-1/expected-metadata.json", { title: "Gulls" });
  write("readability-pages/LICENSE.md", "none");
  write("seeds/gulls.txt", "Gulls came back.");
  write("seeds/gulls.labels.json", [{ line: "Gulls came back.", kind: "body" }]);
  write("seeds/pages/gulls.semantic.html", "<p>Gulls came back.</p>");
});

after(() => rmSync(folder, { recursive: true }));

test("each set is found in a corpora folder, and absent sets are undefined", () => {
  const found = locateSets({ corpora: folder, seeds: path.join(folder, "seeds") });
  assert.equal(found.wcxb, path.join(folder, "wcxb-dev"));
  assert.equal(found.segments, path.join(folder, "segments-dev"));
  assert.equal(found.readability, path.join(folder, "readability-pages"));
  assert.equal(found.seeds, path.join(folder, "seeds"));
  const none = locateSets({ corpora: path.join(folder, "absent"), seeds: path.join(folder, "absent") });
  assert.deepEqual(Object.values(none), [undefined, undefined, undefined, undefined]);
});

test("a plain WCXB checkout is found when it is named itself", () => {
  const checkout = path.join(folder, "wcxb-dev");
  assert.equal(locateSets({ corpora: checkout, seeds: folder }).wcxb, checkout);
});

test("WCXB pages come in order, with both names of the collection type taken as one", () => {
  const pages = loadWcxb(path.join(folder, "wcxb-dev"));
  assert.deepEqual(pages.map(({ id, type }) => [id, type]), [["0001", "article"], ["0002", "collection"]]);
  assert.equal(pages[0].file, path.join(folder, "wcxb-dev/html/0001.html"));
});

test("segments know their page's file", () => {
  const [page] = loadSegments(path.join(folder, "segments-dev"));
  assert.equal(page.file, path.join(folder, "segments-dev/html/007.html"));
});

test("folders without a source page are no Readability case", () => {
  assert.deepEqual(loadReadability(path.join(folder, "readability-pages")).map(({ id }) => id), ["ars-1"]);
});

test("a seed is read as plain text and in each of its layouts", () => {
  const pages = loadSeeds(path.join(folder, "seeds"));
  assert.deepEqual(pages.map(({ id, plain }) => [id, plain]), [["gulls.txt", true], ["gulls.semantic.html", false]]);
});

test("expected pages give their text with blocks apart and inline elements joined", () => {
  const words = blockText("<div><h1>Gulls</h1><p>ca<b>me</b> back<br>soon</p><style>p{}</style><ul><li>one</li><li>two</li></ul></div>");
  assert.deepEqual(words.split(/\s+/).filter(Boolean), ["Gulls", "came", "back", "soon", "one", "two"]);
});

test("facts that Readability.js does not have are no disagreement, and times are compared as pages write them", () => {
  assert.equal(sameFact("lang", { lang: "en" }, {}), undefined);
  assert.equal(sameFact("lang", { lang: "en" }, { lang: "de" }), false);
  assert.equal(sameFact("byline", { byline: "Ada Brook" }, { byline: null }), false);
  assert.equal(sameFact("publishedTime", { publishedTime: "2031-05-17", publishedText: "May 17, 2031" }, { publishedTime: "May 17, 2031" }), true);
});
