// A megabyte of text: it opens, and what follows the reader's place follows.

import assert from "node:assert/strict";
import { it } from "node:test";
import { inBrowsers } from "./in_browsers.mjs";
import { longArticle } from "./long_article.mjs";

const article = longArticle();
/** Some two hundred blocks. */
const short = longArticle(8);
const textOf = (node) => (typeof node === "string" ? node : node.slice(2).map(textOf).join(""));
/** Blocks of it that hold as many characters as fill any window. */
const beginning = short.tree.slice(2).findIndex((_, at) => textOf(["", {}, ...short.tree.slice(2, at + 3)]).length >= 9000) + 1;

inBrowsers("an article of a megabyte", (use) => {
  const until = (what) => use.page.waitForFunction(what, { timeout: 60_000 }); // on a machine that does much else
  const laidOut = () => until(() => shown.$("[data-later], .body[aria-busy]") === null);
  /** Shows an article that nobody touches, and does something in the same go. */
  const showAnd = async (given, what, options = {}) => {
    await use.show(given, { untouched: true });
    return use.run(
      async (each, chosen, then) => {
        shown.reader.destroy();
        show(each, { untouched: true, ...chosen });
        return new Function(`return (${then})()`)();
      },
      given,
      options,
      String(what),
    );
  };
  const scrollTo = (share) =>
    use.run((part) => {
      const scroller = shown.$(".scroll");
      scroller.scrollTo({ top: part * (scroller.scrollHeight - scroller.clientHeight), behavior: "instant" });
    }, share);

  it("has a megabyte", () => {
    assert.ok(JSON.stringify(article.tree).length > 2 ** 20);
  });

  it("is on the screen within seconds, and all of it is laid out soon after", async () => {
    const start = performance.now();
    await use.show(article);
    const painted = await use.run(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(shown.$(".body > p").getBoundingClientRect().height > 0)))));
    assert.ok(painted);
    const took = performance.now() - start;
    assert.ok(took < 15_000, `it took ${took} ms`);
    await laidOut();
  });

  it("is there whole and with all that it left out, however many its blocks are", async () => {
    await use.show(short, { untouched: true });
    const [errors, blocks, left] = await use.run((given) => {
      shown.reader.destroy();
      const errors = [];
      addEventListener("error", ({ message }) => errors.push(message));
      const many = 200_000;
      const block = (index) => [["p", {}, "a"], ["h2", {}, "b"], ["pre", {}, "c"], ["img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=", alt: "" }]][index < many ? 0 : index % 4];
      const removed = Array(many).fill({ reason: "ad", text: "x", before: 0, element: 0, score: 0.1 });
      show({ ...given, tree: ["article", {}, ...Array.from({ length: many + 400 }, (_, index) => block(index))], removed }, { untouched: true });
      shown.view.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift" })); // from then on all of it has to be there
      const found = [errors, shown.$(".body").children.length, shown.$(".hidden").textContent];
      shown.reader.destroy();
      return found;
    }, { ...short, tree: undefined });
    assert.deepEqual([errors, blocks], [[], 200_400]);
    assert.match(left, /200,?000/);
  });

  it("begins with what fills the window, and has the rest soon after, in order and sanitized before it is in the page", async () => {
    assert.equal(await showAnd(short, () => shown.$(".body").children.length, { sanitizes: "notes" }), beginning);
    await laidOut();
    assert.deepEqual(await use.texts(".body > *"), short.tree.slice(2).map(textOf));
    const { sanitized } = await use.calls();
    const last = textOf(short.tree.at(-1));
    assert.deepEqual(sanitized, [{ blocks: beginning, inPage: false, last: textOf(short.tree[beginning + 1]) }, { blocks: short.tree.length - 2 - beginning, inPage: false, last }]);
  });

  it("begins with 40 blocks where they are short", async () => {
    const lines = { ...short, tree: ["article", {}, ...Array.from({ length: 150 }, (_, at) => ["p", {}, `Line ${at}`])] };
    assert.equal(await showAnd(lines, () => shown.$(".body").children.length), 40);
  });

  it("is whole from the first key, click or print on", async () => {
    for (const event of ["new KeyboardEvent('keydown', { key: 'Shift' })", "new PointerEvent('pointerdown')", "new MouseEvent('click')"]) {
      const count = await showAnd(short, `() => { shown.$(".body").dispatchEvent(${event}); return shown.$(".body").children.length }`);
      assert.equal(count, short.tree.length - 2, event);
    }
    assert.equal(await showAnd(short, () => (dispatchEvent(new Event("beforeprint")), shown.$(".body").children.length)), short.tree.length - 2);
  });

  it("has the outline, pictures and code that stand further on only", async () => {
    const [tag, attributes, ...blocks] = short.tree;
    const paragraphs = blocks.filter(([name]) => name === "p");
    const further = [["h2", {}, "One"], ["h2", {}, "Two"], ["figure", {}, ["img", { src: "https://example.org/a.png", alt: "A boat" }]], ["pre", {}, "let a = 1;"]];
    const seen = () => ["[aria-label=Outline]", "img[role=button]", ".code > .copy"].map((each) => shown.$(each)?.checkVisibility() ?? false);
    assert.deepEqual(await showAnd({ ...short, tree: [tag, attributes, ...paragraphs, ...further] }, seen), [false, false, false]);
    await laidOut();
    assert.deepEqual(await use.run(seen), [true, true, true]);
    await use.press("t");
    assert.deepEqual(await use.texts(".outline button"), ["One", "Two"]);

    await showAnd({ ...short, tree: [tag, attributes, ...paragraphs] }, () => {});
    await use.press("t");
    assert.equal(await use.run(() => shown.$$(".panel").some((panel) => !panel.hidden)), false);
  });

  it("says that parts may be missing where the rest could not be sanitized", async () => {
    await showAnd(short, () => {}, { sanitizes: "fails" });
    await laidOut();
    assert.deepEqual(await use.texts(".body > .unsure"), ["This page does not look like one article, so parts may be missing."]);
    assert.equal(await use.run(() => shown.$(".body").children.length), beginning + 1);
  });

  it("has the line of progress and the outline follow", async () => {
    await use.show(article);
    await laidOut();
    await use.click(".tools [aria-label=Outline]");
    await scrollTo(0.5);
    await until(() => Math.abs(Number(shown.$(".progress").style.getPropertyValue("--share")) - 0.5) < 0.02);
    await until(() => /^Chapter (49|50|51)$/.test(shown.$(".outline [aria-current]")?.textContent));
    await scrollTo(1);
    await until(() => Number(shown.$(".progress").style.getPropertyValue("--share")) > 0.99);
  });

  it("leads to a chapter at once, laid out or not, and to just this one", async () => {
    await use.show(article);
    await use.click(".tools [aria-label=Outline]");
    await use.run(() => shown.$$(".outline button")[79].click());
    await laidOut();
    await until(() => {
      const { top } = [...shown.$$(".body h2")][79].getBoundingClientRect();
      return top >= 0 && top < innerHeight / 2;
    });
  });
});
