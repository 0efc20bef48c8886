// Code in the reader: its words have colours while they are near the screen, and the article's nodes stay as they are.

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
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith("pith-code-")) continue;
        words[name.slice("pith-code-".length)] = [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return String(range);
        });
      }
      return words;
    });
    const untilColoured = () => use.until(() => CSS.highlights.get("pith-code-keyword")?.size > 0);

    it("has colours by what the words are, in the language that the page says, across elements", async () => {
      await use.show(article);
      await untilColoured();
      assert.deepEqual(await coloured(), {
        keyword: ["def", "return", "const"],
        function: ["count"],
        comment: ["# at dawn"],
        string: ['"lame "', "`one", " two`"],
      });
      const colours = await use.run(() => ["comment", "string", "keyword", "function"].map((kind) => getComputedStyle(shown.$("pre"), `::highlight(pith-code-${kind})`).color));
      assert.equal(new Set(colours).size, 4, colours.join());
    });

    it("gets its colours when it comes near the screen, and gives them back when it is far", async () => {
      await use.show(article);
      await untilColoured();
      await use.run(() => (shown.$(".scroll").scrollTop = 1e6));
      await use.until(() => [...CSS.highlights.get("pith-code-keyword")].map(({ startOffset, endOffset }) => endOffset - startOffset).join() === "6,4"); // select, from
      await use.run(() => (shown.$(".scroll").scrollTop = 0));
      await use.until(() => CSS.highlights.get("pith-code-keyword").size === 3);
    });

    it("has colours where it is read, however long it is", async () => {
      const lines = Array.from({ length: 400 }, (_, line) => `return ${line}`).join("\n");
      await use.show({ ...article, tree: ["article", {}, ["pre", {}, ["code", { class: "language-js" }, `${lines}\n/*${"\n".repeat(100)}*/`]], ...paragraphs(3)] });
      const numbers = async () => (await coloured()).number.map(Number);
      const lineAt = (y) => use.run((share) => { // which line is painted at a height of the screen
        const { top, height } = shown.$("pre").getBoundingClientRect();
        return Math.round(((share * innerHeight - top) / height) * 501);
      }, y);
      await untilColoured();
      assert.ok((await numbers()).length < 150);
      await use.run(() => (shown.$(".scroll").scrollTop = shown.$("pre").clientHeight / 3));
      await use.until(() => [...CSS.highlights.get("pith-code-keyword")].length > 0 && [...CSS.highlights.get("pith-code-keyword")][0].startOffset > 1000);
      const shownNumbers = await numbers();
      for (const share of [0.2, 0.5, 0.9]) assert.ok(shownNumbers.includes(await lineAt(share)), `${await lineAt(share)} in ${shownNumbers[0]}..${shownNumbers.at(-1)}`);
      assert.ok(shownNumbers.length < 150);
      await use.run(() => (shown.$(".scroll").scrollTop = shown.$("pre").clientHeight * 0.9)); // in the middle of the comment
      await use.until(() => CSS.highlights.get("pith-code-comment")?.size > 0);
    });

    it("keeps its nodes, its words, and the marks that lie over it", async () => {
      await use.show(article);
      const before = await use.run(() => shown.body.innerHTML);
      await untilColoured();
      assert.equal(await use.run(() => shown.body.innerHTML), before);
      await use.run(() => shown.select("count(gulls)"));
      await use.page.keyboard.press("h");
      await use.until(() => CSS.highlights.get("pith-yellow")?.size === 1);
      assert.deepEqual(await use.run(() => shown.painted("pith-yellow")), ["count(gulls)"]);
      assert.ok(await use.run(() => CSS.highlights.get("pith-yellow").priority > CSS.highlights.get("pith-code-keyword").priority));
    });

    it("leaves no colours behind when the view goes", async () => {
      await use.show(article);
      await untilColoured();
      await use.run(() => shown.reader.destroy());
      assert.deepEqual(await use.run(() => [...CSS.highlights.keys()]), []);
    });

    it("stays as it is where the browser cannot colour words without touching them", async () => {
      await use.show(article, {}, "Object.defineProperty(CSS, 'highlights', { value: undefined });");
      assert.equal(await use.run(() => shown.$("pre").textContent), python);
      assert.equal(await use.run(() => shown.$("pre").innerHTML.includes("span")), false);
    });
  });
}
