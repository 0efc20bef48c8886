// What is painted over an article's words changes nothing but how they look: not where they stand, what is selected, copied or saved.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { browserNames, openFeatures } from "./feature_harness.mjs";
import { longArticle } from "./long_article.mjs";
import { sampleArticle } from "./sample_article.mjs";

const p = (block, ...children) => ["p", { "data-pith-block": String(block) }, ...children];
const formula = ["math", {}, ["mi", {}, "x"], ["mo", {}, "="], ["mfrac", {}, ["mi", {}, "a"], ["mn", {}, "2"]]];
const article = {
  ...sampleArticle,
  removed: [],
  tree: [
    "article", {},
    p(0, "Dr. Wren counted ", ["em", {}, "gulls"], " ", ["a", { href: "https://example.org/" }, "and terns"], " at dawn, by ", formula, " and ", ["code", {}, "f(x)"], ", in all weathers. He did so for years", ["sup", {}, ["a", { href: "#n" }, "1"]], " and 1. never tired."),
    p(1, ["ruby", {}, "\n", ["rb", {}, "漢"], "\n", ["rt", {}, "kan"], "\n"], " is read so. ", ["span", { lang: "ar", dir: "rtl" }, "كان القارب يغادر الرصيف في الصباح"], "."),
    ["ul", { "data-pith-block": "2" }, "\n", ["li", {}, "one item"], "\n", ["li", {}, "two ", ["b", {}, "items"]], "\n"],
    ["table", { "data-pith-block": "3" }, "\n", ["tbody", {}, "\n", ["tr", {}, "\n", ["td", {}, "a cell"], "\n", ["td", {}, "another"], "\n"], "\n"], "\n"],
    ["blockquote", { "data-pith-block": "4" }, ["p", {}, "Quoted words."], "And words without a paragraph."],
    ["pre", { "data-pith-block": "5" }, ["code", { class: "language-py" }, 'def count(gulls):  # at dawn\n    return "lame " + gulls']],
    p(6, ["span", { id: "n" }, "1. A note of Wren's."]),
  ],
};

for (const name of browserNames) {
  describe(`what is painted in ${name}`, { timeout: 240_000 }, () => {
    let use;
    before(async () => void (use = await openFeatures(name)));
    after(() => use?.close());

    const press = (key) => use.page.keyboard.press(key);
    const pressWith = async (key) => {
      await use.page.keyboard.down("Control");
      await press(key);
      await use.page.keyboard.up("Control");
    };
    /** Opens the article, with its code coloured, and listens to it. */
    const listen = async (given = article, options = {}) => {
      await use.show(given, options);
      await use.until(() => !shown.$("pre") || shown.$(".pith-code-keyword"));
      await use.click("button[aria-label=Listen]");
      await use.until(() => shown.painted("pith-sentence").length === 1);
    };
    /** Marks what is from the first words to the last, as a person would. */
    const mark = async (from, to = from) => {
      await use.run((first, last) => {
        const textOf = (words) => {
          const walker = document.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) if (walker.currentNode.data.includes(words)) return walker.currentNode;
        };
        const [start, end] = [textOf(first), textOf(last)];
        getSelection().setBaseAndExtent(start, start.data.indexOf(first), end, end.data.indexOf(last) + last.length);
      }, from, to);
      await use.until(() => !shown.$(".selection-menu").hidden);
      const count = await use.run(() => shown.log.kept.length);
      await press("h");
      await use.until((before) => shown.log.kept.length > before, count);
    };
    const remove = async (block) => {
      await use.run((number) => {
        const found = shown.$(`[data-pith-block='${number}']`);
        found.tabIndex = -1;
        found.focus();
      }, block);
      await press("Delete");
      await use.until((number) => !shown.$(`[data-pith-block='${number}']`), block);
    };
    /** Where every character stands that is to be seen. */
    const places = () => use.run(() => {
      const range = document.createRange();
      const walker = document.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        for (let at = 0; at < walker.currentNode.length; at++) {
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          if (width > 0) found.push([walker.currentNode.data[at], ...[x, y + shown.$(".scroll").scrollTop, width, height].map(Math.round)].join(" "));
        }
      }
      return found;
    });
    const texts = () => use.run(() => {
      const walker = document.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) found.push(walker.currentNode.data);
      return found;
    });

    it("moves no character, and is on all that is between the first word and the last", async () => {
      await use.show(article);
      await use.until(() => shown.$(".pith-code-keyword"));
      const before = await places();
      await mark("counted", "return");
      const marked = (selector) => use.run((each) => shown.$(`${each}.pith-yellow, ${each} .pith-yellow`) !== null, selector);
      for (const each of ["em", ".body p a", "math", ".body p code", "sup a", "rb", "[lang=ar]", "li", "li b", "td", "blockquote p", "pre code"]) assert.ok(await marked(each), each);
      assert.deepEqual(await use.run(() => shown.$$("ul > span, tr > span, tbody > span, table > span, ruby > span, math span").length), 0);
      assert.equal(await use.run(() => shown.$("em").nextSibling.textContent), " ");
      assert.equal(await use.run(() => shown.$("em").nextSibling.className), "painted pith-yellow", "the space between two elements, too");
      assert.deepEqual(await places(), before);
    });

    it("shows a mark below the sentence that is read, whichever came first, and both at their places", async () => {
      const layers = () => use.run(() => {
        const { backgroundColor, backgroundImage } = getComputedStyle(shown.$("em .painted"));
        return [backgroundColor, backgroundImage.split("gradient").length - 1];
      });
      await listen();
      const [none, sentence] = await layers();
      await mark("Wren", "terns");
      const [yellow, over] = await layers();
      assert.ok(none === "rgba(0, 0, 0, 0)" && yellow !== none && sentence === 1 && over === 1);
      await use.run(() => shown.speech.word(17, 5));
      assert.deepEqual(await layers(), [yellow, 2]);
      assert.deepEqual(await use.run(() => ["pith-yellow", "pith-word"].map((each) => shown.painted(each))), [["Wren counted gulls and terns"], ["gulls"]]);
      await use.run(() => shown.speech.end());
      assert.deepEqual(await layers(), [yellow, 0]);
    });

    it("leaves the article in one piece when it has been read", async () => {
      await use.show(article);
      await use.until(() => shown.$(".pith-code-keyword"));
      await mark("gulls", "weathers");
      const [html, before] = [await use.run(() => shown.body.innerHTML), await texts()];
      await use.click("button[aria-label=Listen]");
      await use.run(async () => {
        while (shown.speech.current) {
          for (const { index, 0: word } of shown.speech.current.text.matchAll(/\p{L}+/gu)) shown.speech.word(index, word.length);
          shown.speech.end();
        }
      });
      assert.equal(await use.run(() => shown.body.innerHTML), html);
      assert.deepEqual(await texts(), before);
    });

    for (const direction of ["forward", "backward"]) {
      it(`leaves selected what is selected ${direction}`, async () => {
        await use.show(article);
        await use.until(() => shown.$(".pith-code-keyword"));
        const selected = (then) => use.run((act) => {
          new Function(act)();
          const selection = shown.root.getSelection?.() ?? getSelection();
          return [String(selection), selection.direction];
        }, then);
        await use.run((isBackward) => {
          const [first, last] = [shown.$(".body p").firstChild, shown.$(".body p a").firstChild];
          if (isBackward) getSelection().setBaseAndExtent(last, 5, first, 4);
          else getSelection().setBaseAndExtent(first, 4, last, 5);
        }, direction === "backward");
        const before = [`Wren counted gulls and t`, direction];
        assert.deepEqual(await selected(""), before);
        await use.click("button[aria-label=Listen]");
        for (const then of ["", "shown.speech.word(4, 4)", "shown.speech.word(4, 10)", "shown.speech.word(17, 5)", "shown.speech.end()"]) assert.deepEqual(await selected(then), before, then);
        assert.equal(await use.run(() => shown.$(".selection-menu").hidden), false);
      });
    }

    it("is not copied, and is there again after that", async () => {
      await listen();
      await mark("Wren", "Quoted");
      const html = await use.run(() => shown.body.innerHTML);
      await use.run(() => getSelection().setBaseAndExtent(shown.$(".body p").firstChild, 0, shown.$("pre code").lastChild, shown.$("pre code").lastChild.textContent.length));
      await pressWith("c");
      await use.until((wanted) => shown.body.innerHTML === wanted, html);
      await use.run(() => {
        globalThis.field = document.body.appendChild(document.createElement("div"));
        field.contentEditable = "true";
        field.focus();
      });
      await pressWith("v");
      await use.until(() => field.textContent.includes("return"));
      const [text, pasted] = await use.run(() => [field.textContent, field.innerHTML]);
      assert.match(text, /Dr. Wren counted gulls and terns at dawn/);
      assert.doesNotMatch(pasted, /class="[^"]*(painted|pith-)|gradient|background-color: rgb\(255, 229, 138\)/);
    });

    it("is where it belongs where the voice goes on in the moment that something is copied", async () => {
      await listen();
      await use.run(() => {
        shown.body.dispatchEvent(new ClipboardEvent("copy", { bubbles: true, composed: true }));
        shown.speech.end();
      });
      await use.run(() => new Promise((resolve) => setTimeout(resolve, 20)));
      assert.deepEqual(await use.run(() => shown.painted("pith-sentence")), ["He did so for years1 and 1. never tired."]);
    });

    it("is in nothing that is made of the article, and no note has it", async () => {
      await listen();
      await use.run(() => shown.speech.word(4, 4));
      await mark("gulls", "years");
      await mark("def", "return");
      await mark("A note of");
      await remove(1);
      await use.run(() => {
        shown.host.loadMarkdown = async (tree) => JSON.stringify(tree);
        shown.$("button[aria-label=Keep]").click();
        shown.$("[data-keep=copy]").click();
      });
      await use.until(() => shown.log.copied.length === 1);
      const [tag, attributes, ...blocks] = article.tree;
      const left = blocks.filter(([, { "data-pith-block": block }]) => block !== "1");
      const expected = [tag, attributes, ...left.map((block) => (block[0] === "pre" ? [block[0], { ...block[1], dir: "ltr" }, ...block.slice(2)] : block))];
      assert.deepEqual(await use.run(() => JSON.parse(shown.log.copied[0])), expected);
      await use.click("sup a");
      await use.until(() => shown.$(".footnote"));
      assert.equal(await use.run(() => shown.$(".footnote .body").innerHTML), "<span>1. A note of Wren's.</span>");
    });

    it("goes and comes with a block that is removed by hand and put back", async () => {
      await listen();
      await remove(0);
      await use.run(() => shown.speech.end());
      await use.run(() => shown.speech.end());
      await pressWith("z");
      await use.until(() => shown.$("[data-pith-block='0']"));
      assert.deepEqual(await use.run(() => shown.painted("pith-sentence")), [await use.run(() => shown.speech.said.at(-1).text)]);
      const { x, y } = await use.run(() => {
        shown.$("blockquote p").scrollIntoView({ block: "center", behavior: "instant" });
        return shown.$("blockquote p").getBoundingClientRect().toJSON();
      });
      await use.page.mouse.click(x + 8, y + 8);
      assert.deepEqual(await use.run(() => shown.painted("pith-sentence")), ["Quoted words."]);
    });

    it("goes from all of a mark, wherever its blocks are by then", async () => {
      await use.show(article);
      await mark("gulls", "Quoted words");
      await remove(0);
      await remove(2);
      await use.until(() => shown.painted("pith-yellow").length > 0);
      await use.click(`button[aria-label="Highlights and notes"]`);
      await use.run(() => [...shown.$$(".marks button")].find(({ textContent }) => textContent === "Delete").click());
      await use.until(() => shown.painted("pith-yellow").length === 0);
      await use.run(() => shown.body.focus());
      await pressWith("z");
      await pressWith("z");
      await use.until(() => shown.$("[data-pith-block='0']") && shown.$("[data-pith-block='2']"));
      assert.deepEqual(await use.run(() => shown.painted("pith-yellow")), []);
    });

    it("takes a time that grows with the article and not with its square", async () => {
      const timeOf = async (chapters) => {
        await use.show(longArticle(chapters));
        await use.until(() => !shown.$("[data-later], .body[aria-busy]"));
        const times = [];
        for (let turn = 0; turn < 3; turn++) {
          await use.run(() => shown.select("tide"));
          await use.until(() => !shown.$(".selection-menu").hidden);
          times.push(await use.run(() => {
            const start = performance.now();
            shown.$(".selection-menu button").click();
            return performance.now() - start;
          }));
        }
        return Math.min(...times);
      };
      const [small, large] = [await timeOf(10), await timeOf(160)];
      assert.ok(large / small < 96, `${small} ms, ${large} ms`); // 256 where the time is the square of it
    });
  });
}
