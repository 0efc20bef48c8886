import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Loads a TypeScript module of the extension. */
async function load(path) {
  const entry = fileURLToPath(new URL(`../../extension/src/${path}`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false, logLevel: "warning" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const article = {
  title: "A", byline: null, publishedTime: null, lang: "en", dir: null, siteName: "B", url: "https://example.org/", wordCount: 1, confidence: 1, markdown: "# A",
  warnings: [], removed: [{ reason: "title", text: "A", before: 0, score: 1 }], tree: ["article", {}, "a"],
};

describe("messages between content script and background", () => {
  let readMessage;
  before(async () => ({ readMessage } = await load("messages.ts")));

  it("are read when they have the right shape", () => {
    for (const message of [
      { type: "extract", html: "<p>", url: "https://example.org/" },
      { type: "unreadable" },
      { type: "article", article },
      { type: "failed", reason: "too-large" },
    ]) {
      assert.deepEqual(readMessage(message), message);
    }
  });

  it("are refused when they have not", () => {
    for (const message of [
      undefined,
      null,
      7,
      "extract",
      [],
      {},
      { type: "toString" },
      { type: ["extract"], html: "", url: "" },
      { type: "extract", html: "" },
      { type: "extract", html: {}, url: "" },
      { type: "article" },
      { type: "article", article: null },
      { type: "article", article: { ...article, tree: "text" } },
      { type: "article", article: { ...article, removed: undefined } },
      { type: "article", article: { ...article, removed: [null] } },
      { type: "article", article: { ...article, removed: [{ reason: "title", text: {}, before: 0 }] } },
      { type: "article", article: { ...article, warnings: [{}] } },
      { type: "article", article: { ...article, byline: ["<b>"] } },
      { type: "article", article: { ...article, url: 5 } },
      { type: "article", article: { ...article, confidence: "1" } },
      { type: "failed", reason: "constructor" },
    ]) {
      assert.equal(readMessage(message), null, JSON.stringify(message));
    }
  });

  it("are refused when their address is longer than any", () => {
    const url = `https://example.org/${"a".repeat(2 ** 21)}`;
    assert.equal(readMessage({ type: "extract", html: "<p>", url }), null);
  });

  it("are refused when what they seem to have is inherited", () => {
    assert.equal(readMessage(JSON.parse('{"__proto__":{"type":"extract"},"html":"","url":""}')), null);
  });

  it("lose fields that do not belong to them", () => {
    const message = { type: "extract", html: "", url: "", command: "format" };
    assert.deepEqual(readMessage(message), { type: "extract", html: "", url: "" });
  });
});
