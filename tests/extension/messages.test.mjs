import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { load } from "../support/load.mjs";

const article = {
  title: "A", byline: null, publishedTime: null, lang: "en", dir: null, siteName: "B", url: "https://example.org/", wordCount: 1, readingMinutes: 1, confidence: 1, markdown: "# A",
  warnings: [], removed: [{ reason: "title", text: "A", before: 0, score: 1 }], tree: ["article", {}, "a"],
};

const mark = {
  id: "m1", quote: { exact: "tide", prefix: "the ", suffix: " might" }, position: { start: 4, end: 8 }, colour: "yellow", note: "", created: "2026-11-24T10:00:00.000Z",
};
const rule = { verdict: "remove", selector: "aside.promo" };

describe("messages between content script and background", () => {
  let readRequest, readAnswer;
  before(async () => ({ readRequest, readAnswer } = await load("extension/src/messages.ts")));

  it("are read when they have the right shape", () => {
    for (const message of [
      { type: "extract", page: "\x01html\x04", kind: "snapshot", url: "https://example.org/" },
      { type: "extract", page: "text", kind: "text", url: "" },
      { type: "markdown", page: "\x01html\x04", kind: "snapshot", url: "https://example.org/" },
      { type: "arrived", html: "<p>", url: "https://example.org/", arrival: "1-2-3-4" },
      { type: "unreadable" },
      { type: "load-settings" },
      { type: "change-settings", changed: { theme: "dark" } },
      { type: "list-rules" },
      { type: "add-rule", rule },
      { type: "remove-rule", rule },
      { type: "load-marks", canonical: null },
      { type: "change-marks", canonical: "https://example.org/a", title: "A", changed: [mark], removed: ["m0"] },
      { type: "fetch-image", url: "https://example.org/a.png" },
      { type: "load-font", file: "opendyslexic-latin-400-normal.woff2" },
      { type: "always", on: true },
      { type: "open-settings" },
    ]) {
      assert.deepEqual(readRequest(message), message);
    }
    for (const message of [
      { type: "failed", reason: "too-large" },
      { type: "value", value: [1] },
      { type: "file", mime: "image/png", base64: "AA==" },
    ]) {
      assert.deepEqual(readAnswer(message), message);
    }
    for (const answer of [
      { type: "article", article, settings: {}, phrases: null, ignoredRules: [], always: null, isPrivate: true },
      { type: "article", article, settings: { theme: "dark" }, phrases: { language: "de", close: "Zu" }, ignoredRules: ["p >"], always: true, isPrivate: false },
    ]) {
      assert.deepEqual(readAnswer({ ...answer, article: JSON.stringify(article) }), answer);
    }
  });

  it("are refused when they have not", () => {
    for (const message of [
      undefined, null, 7, "extract", [], {}, { type: "toString" },
      { type: ["extract"], page: "", kind: "text", url: "" },
      { type: "extract", page: "" },
      { type: "extract", page: "", kind: "html", url: "" },
      { type: "extract", page: {}, kind: "text", url: "" },
      { type: "change-settings", changed: [] },
      { type: "change-settings", changed: { theme: "x".repeat(9000) } },
      { type: "add-rule", rule: { verdict: "maybe", selector: "p" } },
      { type: "add-rule", rule: { verdict: "keep", selector: "" } },
      { type: "add-rule", rule: { verdict: "keep", selector: "p".repeat(501) } },
      { type: "load-marks" },
      { type: "change-marks", canonical: 5, title: "", changed: [], removed: [] },
      { type: "change-marks", canonical: null, title: "", changed: {}, removed: [] },
      { type: "change-marks", canonical: null, title: "", changed: [], removed: [7] },
      { type: "change-marks", canonical: null, title: "", changed: [mark, { id: "m2" }], removed: [] },
      { type: "change-marks", canonical: null, title: "", changed: [{ ...mark, note: "x".repeat(100_001) }], removed: [] },
      { type: "fetch-image", url: "file:///etc/passwd" },
      { type: "fetch-image", url: "data:image/png," },
      { type: "load-font", file: "../pith.wasm" },
      { type: "load-font", file: "a/b.woff2" },
      { type: "always", on: "yes" },
    ]) {
      assert.equal(readRequest(message), null, JSON.stringify(message));
    }
    const whole = { type: "article", article: JSON.stringify(article), settings: {}, phrases: null, ignoredRules: [], always: null, isPrivate: false };
    const having = (changed) => ({ ...whole, article: JSON.stringify({ ...article, ...changed }) });
    for (const message of [
      { ...whole, article: null },
      { ...whole, article: "null" },
      { ...whole, article: "{" },
      { ...whole, article },
      having({ tree: "text" }),
      having({ removed: undefined }),
      having({ removed: [null] }),
      having({ removed: [{ reason: "title", text: {}, before: 0 }] }),
      having({ warnings: [{}] }),
      having({ byline: ["<b>"] }),
      having({ url: 5 }),
      having({ confidence: "1" }),
      { ...whole, settings: [] },
      { ...whole, ignoredRules: [{}] },
      { ...whole, always: "yes" },
      { ...whole, isPrivate: undefined },
      { type: "failed", reason: "constructor" },
      { type: "file", mime: "image/png", base64: [] },
    ]) {
      assert.equal(readAnswer(message), null, JSON.stringify(message));
    }
  });

  it("are refused when their address is longer than any", () => {
    const url = `https://example.org/${"a".repeat(2 ** 21)}`;
    assert.equal(readRequest({ type: "extract", page: "", kind: "text", url }), null);
  });

  it("are refused when what they seem to have is inherited", () => {
    assert.equal(readRequest(JSON.parse('{"__proto__":{"type":"extract"},"page":"","kind":"text","url":""}')), null);
  });

  it("lose fields that do not belong to them", () => {
    assert.deepEqual(readRequest({ type: "unreadable", command: "format" }), { type: "unreadable" });
    assert.deepEqual(readRequest({ type: "change-settings", changed: { size: 24, run: "x", toString: 1 } }).changed, { size: 24 });
    assert.deepEqual(readRequest({ type: "add-rule", rule: { ...rule, run: "x" } }).rule, rule);
    assert.deepEqual(readRequest({ type: "change-marks", canonical: null, title: "", changed: [{ ...mark, run: "x" }], removed: [] }).changed, [mark]);
  });
});
