import assert from "node:assert/strict";
import { test } from "node:test";

import {
  countSnippets, foldForComparison, labelFailures, mean, normalizeSpace, ratio, sameByline, sameDate, sameTitle, segmentCells, segmentScores, wordF1, wordsOf,
} from "./measures.mjs";

// What `re.findall(r"\w+", text.lower())` printed in Python 3.11 for each text.
const kPythonWords = [
  ["It's 3.5 o'clock, snake_case re-read", ["it", "s", "3", "5", "o", "clock", "snake_case", "re", "read"]],
  ["Straße ÉCOLE İstanbul ΟΔΟΣ", ["straße", "école", "i", "stanbul", "οδος"]],
  ["हिन्दी का शब्द", ["ह", "न", "द", "क", "शब", "द"]],
  ["東京は日本の首都。ｆｕｌｌ２", ["東京は日本の首都", "ｆｕｌｌ２"]],
  ["x² + ½ = Ⅻ ① ٣ 𝒳 👍🏽", ["x²", "½", "ⅻ", "①", "٣", "𝒳"]],
  ["cafe\u0301 naïve\u00adly a\u200bb", ["cafe", "naïve", "ly", "a", "b"]],
];

test("words are those of Python's \\w+ in every script", () => {
  for (const [text, words] of kPythonWords) assert.deepEqual(wordsOf(text), words);
});

test("word F1 counts repeated words as often as both sides have them", () => {
  const { precision, recall, f1 } = wordF1("the cat the cat", "the cat sat");
  assert.equal(precision, 0.5);
  assert.equal(recall, 2 / 3);
  assert.ok(Math.abs(f1 - 4 / 7) < 1e-12);
});

test("word F1 ignores case, order and punctuation", () => {
  assert.equal(wordF1("Rain, then SUN.", "sun then rain").f1, 1);
});

test("word F1 is 1 for nothing against nothing and 0 for nothing against something", () => {
  assert.equal(wordF1("", " … ").f1, 1);
  assert.equal(wordF1("", "words").f1, 0);
  assert.equal(wordF1("words", "").f1, 0);
  assert.equal(wordF1("these", "those").f1, 0);
});

test("words named like members of objects are counted as words", () => {
  assert.equal(wordF1("constructor __proto__", "constructor __proto__").f1, 1);
});

test("white space is normalised whatever its kind", () => {
  assert.equal(normalizeSpace("\n a\u00a0\t b\u3000c \r\n"), "a b c");
});

test("snippets are found across line breaks, and blank ones do not count", () => {
  assert.deepEqual(countSnippets("one\ntwo  three", ["two three", "four", "  "]), { found: 1, total: 2 });
});

test("segments fill the four cells of the confusion matrix", () => {
  const cells = segmentCells("kept text and an advert", ["kept text", "lost text"], ["an advert", "a menu"]);
  assert.deepEqual(cells, { truePositives: 1, falseNegatives: 1, falsePositives: 1, trueNegatives: 1 });
});

test("segment scores are taken over all segments, not averaged over pages", () => {
  const scores = segmentScores([
    { truePositives: 3, falseNegatives: 1, falsePositives: 0, trueNegatives: 2 },
    { truePositives: 0, falseNegatives: 0, falsePositives: 1, trueNegatives: 1 },
  ]);
  assert.equal(scores.precision, 0.75);
  assert.equal(scores.recall, 0.75);
  assert.equal(scores.f, 0.75);
  assert.equal(scores.accuracy, 0.75);
});

test("nothing divided by nothing is 0", () => {
  assert.equal(ratio(0, 0), 0);
  assert.equal(mean([]), 0);
  assert.equal(segmentScores([]).f, 0);
});

test("titles agree in spite of quotes, dashes, width and case", () => {
  assert.equal(sameTitle("“Harbour” – it’s  open", '"harbour" - it\'s open'), true);
  assert.equal(sameTitle("ＡＢＣ", "abc"), true);
  assert.equal(sameTitle("Harbour opens", "Harbour opens | The Daily Gull"), false);
  assert.equal(foldForComparison(null), "");
});

test("bylines agree when they name the same people", () => {
  assert.equal(sameByline("By Ada Brook and Tom Reed", "Ada Brook, Tom Reed"), true);
  assert.equal(sameByline("Ada Brook, Tom Reed, and Jo Pike", "Ada Brook, Tom Reed & Jo Pike"), true);
  assert.equal(sameByline("Ada Brook", "Ada Brooks"), false);
  assert.equal(sameByline(null, "Ada Brook"), false);
});

test("dates agree as far as the truth goes", () => {
  assert.equal(sameDate("2024-05-06T07:08:09Z", "2024-05-06"), true);
  assert.equal(sameDate("2024-05-06", "2024-05"), true);
  assert.equal(sameDate("2024-05-07", "2024-05-06"), false);
  assert.equal(sameDate(null, "2024-05-06"), false);
  assert.equal(sameDate(null, null), true);
});

test("a labelled story fails for a missing body line and for a promotion left in, not for its title", () => {
  const lines = [
    { line: "Gulls returned to the pier.", kind: "body" },
    { line: "Nobody had fed them.", kind: "body" },
    { line: "Get our app", kind: "chrome" },
    { line: "More stories", kind: "chrome" },
    { line: "Gulls are back", kind: "title" },
  ];
  assert.deepEqual(labelFailures("Gulls returned\nto the pier.\n\nGet our app", lines), [
    { problem: "missing", line: "Nobody had fed them." },
    { problem: "left in", line: "Get our app" },
  ]);
});
