import assert from "node:assert/strict";
import { test } from "node:test";

import { brokenFloors, compareRuns, reportComparison, reportSeeds, reportWcxb, snapshot, table } from "./report.mjs";
import { scoreWcxbPage, summarizeWcxb } from "./wcxb.mjs";

const run = (pages, measures = {}) => snapshot({ measures, pages: pages.map(([id, f1, text]) => ({ id, f1, text })) });

test("a table aligns its columns", () => {
  assert.equal(table(["name", "n"], [["a", 10], ["longer", 2]]), "name     n\na       10\nlonger   2");
});

test("pages whose text changed are counted, and those that lost noticeably are named", () => {
  const before = run([["1", 0.9, "a"], ["2", 0.9, "b"], ["3", 0.9, "c"], ["4", 0.5, "d"]]);
  const after = run([["1", 0.9, "a"], ["2", 0.85, "B"], ["3", 0.89, "C"], ["4", 0.9, "D"], ["5", 1, "new"]]);
  const { changed, worse, better } = compareRuns(before, after);
  assert.deepEqual(changed.map(({ id }) => id), ["2", "3", "4"]);
  assert.deepEqual(worse, [{ id: "2", from: 0.9, to: 0.85 }]);
  assert.deepEqual(better.map(({ id }) => id), ["4"]);
});

test("the heaviest loss comes first", () => {
  const before = run([["1", 0.9, "a"], ["2", 0.9, "b"]]);
  const after = run([["1", 0.8, "A"], ["2", 0.1, "B"]]);
  assert.deepEqual(compareRuns(before, after).worse.map(({ id }) => id), ["2", "1"]);
});

test("the comparison gives old and new F1, and says when there is no run to compare with", () => {
  const before = run([["1", 0.9, "a"]], { "wcxb.f1": 0.9 });
  const after = run([["1", 0.5, "b"]], { "wcxb.f1": 0.5 });
  const words = reportComparison("wcxb", before, after);
  assert.match(words, /worse: 1 0\.900 → 0\.500/);
  assert.match(words, /wcxb\.f1 0\.9000 → 0\.5000/);
  assert.match(reportComparison("wcxb", undefined, after), /no run before/);
});

test("floors judge what was measured and nothing else", () => {
  const floors = [{ measure: "wcxb.f1", atLeast: 0.8 }, { measure: "seeds.passed", atLeast: 1 }];
  assert.deepEqual(brokenFloors(floors, { "wcxb.f1": 0.7999 }), [floors[0]]);
  assert.deepEqual(brokenFloors(floors, { "wcxb.f1": 0.8, "seeds.passed": 1 }), []);
});

const kPage = {
  id: "1",
  type: "article",
  truth: { title: "Gulls", author: "Ada Brook", publish_date: null, main_content: "gulls came back", with: ["came back"], without: ["Share"] },
};

test("a page is scored against its truth, field by field", () => {
  const scored = scoreWcxbPage(kPage, { title: "GULLS", byline: "By Ada Brook", text: "gulls came\nback Share" });
  assert.equal(scored.precision, 0.75);
  assert.equal(scored.recall, 1);
  assert.deepEqual(scored.with, { found: 1, total: 1 });
  assert.deepEqual(scored.without, { found: 1, total: 1 });
  assert.equal(scored.title, true);
  assert.equal(scored.author, true);
  assert.equal(scored.date, undefined);
});

test("a page that failed counts as an empty output", () => {
  const scored = scoreWcxbPage(kPage, { error: "ended by SIGSEGV" });
  assert.equal(scored.f1, 0);
  assert.equal(scored.error, "ended by SIGSEGV");
});

test("an empty truth is met by an empty output only", () => {
  const page = { ...kPage, truth: { title: "Gulls", main_content: null } };
  assert.equal(scoreWcxbPage(page, { text: "" }).f1, 1);
  assert.equal(scoreWcxbPage(page, { text: "menu" }).f1, 0);
});

test("authors and dates are judged on pages whose truth has one", () => {
  const known = scoreWcxbPage(kPage, { byline: "Ada Brook", text: "" });
  const unknown = scoreWcxbPage({ ...kPage, truth: { title: "", author: null } }, { byline: null, text: "" });
  assert.equal(summarizeWcxb([known, unknown]).author, 1);
});

test("the WCXB report names failed pages and counts empty truths", () => {
  const pages = [scoreWcxbPage(kPage, { error: "ended by SIGSEGV" }), scoreWcxbPage({ ...kPage, id: "2", truth: { title: "" } }, { text: "" })];
  const words = reportWcxb({ pages, summaries: [{ name: "all", ...summarizeWcxb(pages) }], milliseconds: 8 }, 1);
  assert.match(words, /failed: 1: ended by SIGSEGV/);
  assert.match(words, /1 pages have an empty truth/);
  assert.match(words, /worst 1/);
  assert.match(words, /4\.0 ms a page/);
});

test("the seeds report lists the failures line by line", () => {
  const pages = [{ id: "s.txt", failures: [{ problem: "left in", line: "Get our app" }] }, { id: "t.txt", failures: [] }];
  const words = reportSeeds({ pages, passed: 1 });
  assert.match(words, /1 of 2 pages pass/);
  assert.match(words, /left in: Get our app/);
});
