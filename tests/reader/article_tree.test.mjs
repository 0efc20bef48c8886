// The article's tree, walked: however deep it is, and however much stands side by side.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { load } from "../support/load.mjs";

describe("the article's tree", () => {
  let tree, bareText;
  before(async () => {
    tree = await load("web/src/article_tree.ts");
    ({ bareText } = await load("extension/src/content/article_text.ts"));
  });

  it("gives its texts and elements in document order", () => {
    const article = ["article", {}, ["p", {}, "One ", ["em", {}, "two"], " three"], "four", ["math", {}, "x", ["annotation", {}, "\\x"]]];
    assert.equal(tree.textOf(article), "One two threefourx\\x");
    assert.equal(tree.textOf(article, "annotation"), "One two threefourx");
    assert.deepEqual(tree.elementsOf(article).map(([tag]) => tag), ["article", "p", "em", "math", "annotation"]);
    assert.deepEqual(tree.childrenOf("text"), []);
    assert.equal(bareText(article), "Onetwothreefourx\\x");
  });

  it("may be as wide and as deep as pages are", () => {
    const wide = ["article", {}, ...Array(200_000).fill(["p", {}, "x"])];
    let deep = "x";
    for (let depth = 0; depth < 200_000; depth++) deep = ["div", {}, deep];
    assert.equal(tree.textOf(wide).length, 200_000);
    assert.equal(bareText(wide).length, 200_000);
    assert.equal(tree.elementsOf(wide).length, 200_001);
    assert.equal(tree.textOf(deep), "x");
  });
});
