// Code in the reader: its words have colours once they have been near the screen, and the article's elements stay as they are.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { browserNames, openFeatures } from "./feature_harness.mjs";
import { sampleArticle } from "./sample_article.mjs";

const paragraphs = (count) => Array.from({ length: count }, () => ["p", {}, "The tide comes in, and the tide goes out, and nobody counts how often it has. ".repeat(6)]);
const python = 'def count(gulls):  # at dawn\n    return "lame " + gulls';
const article = {
  ...sampleArticle,
  tree: [
    "article", {},
    ["pre", {}, ["code", { class: "language-py" }, python]],
    ["pre", { class: "lang-js" }, "const a = ", ["em", {}, "`one"], " two`;"],
    ["pre", {}, ["code", { class: "language-js" }, `let long = 1;\n${"x".repeat(100_000)}`]],
    ...paragraphs(30),
    ["pre", {}, ["code", { class: "language-sql" }, "select 1 from gulls"]],
  ],
};

for (const name of browserNames) {
  describe(`code in ${name}`, { timeout: 240_000 }, () => {
    let use;
    before(async () => void (use = await openFeatures(name)));
    after(() => use?.close());

    /** The words of each kind, in the page's order. */
    const coloured = () => use.run(() => {
      const words = {};
      for (const around of shown.$$("[class*=pith-code-]")) (words[/pith-code-(\w+)/.exec(around.className)[1]] ??= []).push(around.textContent);
      return words;
    });
    const untilColoured = () => use.until(() => shown.$(".pith-code-keyword"));

    it("has colours by what the words are, in the language that the page says, across elements", async () => {
      await use.show(article);
      await untilColoured();
      assert.deepEqual(await coloured(), {
        keyword: ["def", "return", "const"],
        function: ["count"],
        comment: ["# at dawn"],
        string: ['"lame "', "`one", " two`"],
      });
      const colours = await use.run(() => ["comment", "string", "keyword", "function"].map((kind) => getComputedStyle(shown.$(`.pith-code-${kind}`)).color));
      assert.equal(new Set(colours).size, 4, colours.join());
    });

    it("gets its colours when it comes near the screen, and not before", async () => {
      await use.show(article);
      await untilColoured();
      assert.deepEqual((await coloured()).keyword, ["def", "return", "const"]);
      await use.run(() => (shown.$(".scroll").scrollTop = 1e6));
      await use.until(() => shown.$$(".pith-code-keyword").map((each) => each.textContent).join() === "def,return,const,select,from");
    });

    it("has colours where it is read, however long it is, and only there", async () => {
      const lines = Array.from({ length: 400 }, (_, line) => `return ${line}`).join("\n");
      await use.show({ ...article, tree: ["article", {}, ["pre", {}, ["code", { class: "language-js" }, `${lines}\n/*${"\n".repeat(100)}*/`]], ...paragraphs(3)] });
      const numbers = async () => (await coloured()).number.map(Number);
      const lineAt = (y) => use.run((share) => { // which line is painted at a height of the screen
        const { top, height } = shown.$("pre").getBoundingClientRect();
        return Math.round(((share * innerHeight - top) / height) * 501);
      }, y);
      await untilColoured();
      const atFirst = await numbers();
      assert.ok(atFirst.length < 150);
      await use.run(() => (shown.$(".scroll").scrollTop = shown.$("pre").clientHeight / 3));
      await use.until((count) => shown.$$(".pith-code-number").length > count, atFirst.length);
      const shownNumbers = (await numbers()).filter((number) => !atFirst.includes(number));
      for (const share of [0.2, 0.5, 0.9]) assert.ok(shownNumbers.includes(await lineAt(share)), `${await lineAt(share)} in ${shownNumbers[0]}..${shownNumbers.at(-1)}`);
      assert.ok(shownNumbers.length < 150);
      assert.equal(await use.run(() => shown.$(".pith-code-comment")), null);
      await use.run(() => (shown.$(".scroll").scrollTop = shown.$("pre").clientHeight * 0.9)); // in the middle of the comment
      await use.until(() => shown.$(".pith-code-comment"));
    });

    it("keeps its elements, its words, and the marks that lie over it", async () => {
      await use.show(article);
      const bare = () => use.run(() => {
        const copy = shown.body.cloneNode(true);
        for (const around of copy.querySelectorAll("span.painted")) around.replaceWith(around.textContent);
        return copy.innerHTML;
      });
      const before = await use.run((given) => {
        show(given);
        return shown.body.innerHTML; // colours come later
      }, article);
      await untilColoured();
      assert.equal(await bare(), before);
      const colourOf = (words) => use.run((given) => getComputedStyle(shown.$$("pre .painted").find((each) => each.textContent === given)).color, words);
      const ofFunction = await colourOf("count");
      await use.run(() => shown.select("count"));
      await use.page.keyboard.press("h");
      await use.until(() => shown.painted("pith-yellow").length === 1);
      assert.notEqual(await colourOf("count"), ofFunction, "the mark's colour is over that of the code");
      await use.run(() => getSelection().setBaseAndExtent(shown.$("pre .pith-code-function").firstChild, 2, shown.$("pre .pith-code-comment").firstChild, 4));
      await use.page.keyboard.press("h");
      await use.until(() => shown.log.kept.length === 2);
      assert.equal(await use.run(() => shown.log.kept[1].quote.exact), "unt(gulls):  # at");
      assert.deepEqual(await use.run(() => shown.painted("pith-yellow")), ["count(gulls):  # at"]);
      assert.equal(await bare(), before);
    });
  });
}
