// What was left out, what the reader removes, and the rules that come of it.

import assert from "node:assert/strict";
import { it } from "node:test";
import { inBrowsers } from "./in_browsers.mjs";
import { sampleArticle } from "./sample_article.mjs";

/** The sample with the numbers of the page's elements, as the core gives them. */
const numbered = JSON.parse(JSON.stringify(sampleArticle), (key, value) =>
  value?.["data-pith-block"] ? { ...value, "data-pith-element": String(100 + Number(value["data-pith-block"])) } : value,
);
numbered.removed = numbered.removed.map((removal, order) => ({ ...removal, element: 10 + order }));

const entry = (order, name) => `.ledger li:nth-child(${order}) .entry-actions button:nth-of-type(${name})`;
const buttons = { show: 1, back: 2, rule: 3 };

inBrowsers("the ledger", (use) => {
  const { show, run, texts, click, press, calls, focused, until, style } = use;

  it("tells why a block was left out and how sure Pith is", async () => {
    await show();
    assert.equal((await texts(".ledger li:nth-child(4) .why"))[0], "Does not read like the article44% likely");
    assert.equal((await texts(".ledger li:nth-child(1) .why"))[0], "Navigation1% likely");
  });

  it("puts a block back with one click: plain text of the article, and counted no more", async () => {
    await show();
    await click(".hidden");
    await click(entry(2, buttons.back));
    assert.deepEqual(await texts(".restored p:not(.note)"), [sampleArticle.removed[2].text]);
    assert.equal(await style(".restored .note", "display"), "none");
    assert.equal(await style(".restored", "borderTopStyle"), "none");
    assert.deepEqual(await texts(".hidden"), ["5 blocks hidden", "5 blocks hidden"]);
    assert.equal(await focused(), "Hide again");
    await click(entry(2, buttons.show));
    assert.deepEqual(await texts(".restored"), []);
    assert.deepEqual(await texts(".hidden"), ["6 blocks hidden", "6 blocks hidden"]);
  });

  it("puts back what is shown in place by the button there", async () => {
    await show();
    await click(entry(3, buttons.show));
    await click(".restored .note button");
    assert.equal(await style(".restored .note", "display"), "none");
    assert.equal((await texts(".hidden"))[0], "5 blocks hidden");
  });

  it("counts a block once that was put back, or only shown, and is removed by hand", async () => {
    const removeShown = () => run(() => shown.$(".restored").focus({ preventScroll: true })).then(() => press("Delete"));
    await show();
    for (const button of [buttons.show, buttons.back]) {
      await click(entry(3, button));
      await run(() => void (shown.$(".restored").tabIndex = -1));
      await removeShown();
      assert.deepEqual(await texts(".restored"), []);
      assert.deepEqual(await texts(".hidden"), ["6 blocks hidden", "6 blocks hidden"]);
      assert.equal((await texts(".ledger li")).length, 6);
      assert.notEqual(await focused(), null);
    }
  });

  it("says that nothing is hidden when all is back", async () => {
    await show();
    for (let order = 1; order <= 6; order++) await click(entry(order, buttons.back));
    assert.deepEqual(await texts(".hidden"), ["Nothing hidden", "Nothing hidden"]);
  });

  it("removes the blocks that are clicked in its mode, follows no link there, and undoes", async () => {
    await show();
    await press("l");
    assert.equal(await run(() => shown.$(".panel:not([hidden])").getAttribute("aria-label")), "Left out of the article");
    await click(".pick");
    assert.equal(await run(() => shown.$(".mode").hidden), false);
    await use.page.click(">>> .body a");
    assert.equal(await run(() => shown.$("[data-pith-block='0']")), null);
    await use.page.click(">>> .body img");
    assert.equal(await run(() => shown.$(".body figure")), null);
    assert.equal((await texts(".hidden"))[0], "8 blocks hidden");
    assert.deepEqual((await texts(".ledger b")).slice(-2), ["Removed by you", "Removed by you"]);
    assert.match((await texts(".ledger li:last-child p"))[1], /^The light on Orrin Skerry/);
    await click(".mode button"); // Undo
    assert.equal(await run(() => shown.$(".body figure").nextElementSibling.textContent), "A column for oil");
    await press("Escape");
    assert.equal(await run(() => shown.$(".mode").hidden), true);
    assert.equal((await calls()).closed, 0);
    await run(() => shown.view.focus());
    await use.page.keyboard.down("Control");
    await press("z");
    await use.page.keyboard.up("Control");
    assert.equal(await run(() => shown.$(".body").firstElementChild.dataset.pithBlock), "0");
    assert.equal((await texts(".hidden"))[0], "6 blocks hidden");
    assert.deepEqual((await texts(".ledger b")).length, 6);
  });

  it("removes the block with the focus at Delete, goes on to the next, and says so with a way back", async () => {
    await show();
    await run(() => {
      const block = shown.$("[data-pith-block='4']");
      block.tabIndex = -1;
      block.focus();
    });
    await press("Delete");
    assert.equal(await run(() => shown.view.getRootNode().activeElement.localName), "blockquote");
    assert.deepEqual(await texts(".status"), ["Block removedUndo"]);
    await press("Delete");
    assert.equal(await run(() => shown.$(".body blockquote")), null);
    await click(".status button");
    assert.equal(await run(() => shown.$(".body blockquote").nextElementSibling.dataset.pithBlock), "6");
    assert.equal(await run(() => shown.$("[data-pith-block='4']")), null);
    await click(".ledger li:last-child button");
    assert.equal(await run(() => shown.$("[data-pith-block='4']").nextElementSibling.localName), "blockquote");
  });

  it("has a ledger for what is removed by hand where Pith left nothing out", async () => {
    await show({ ...sampleArticle, removed: [] });
    assert.deepEqual(await texts(".hidden"), []);
    await press("x");
    await use.page.click(">>> [data-pith-block='1']");
    assert.deepEqual(await texts(".ledger b"), ["Removed by you"]);
  });

  it("makes rules of the site: always keep, always remove, listed and deleted", async () => {
    await show(numbered, { rules: [{ verdict: "remove", selector: ".ad" }, { verdict: "burn", selector: "*" }] });
    await until(() => shown.$$(".rules li").length === 1);
    assert.deepEqual(await texts(".rules li"), ["Remove .adDelete rule"]);
    await click(entry(4, buttons.rule));
    await until(() => shown.$$(".rules li").length === 2);
    assert.deepEqual((await calls()).rules.at(-1), { verdict: "keep", selector: ".e14" });
    assert.deepEqual(await texts(".status"), ["Rule added; it holds from the next time onUndo"]);

    await press("x");
    await use.page.click(">>> [data-pith-block='1']");
    await press("Escape");
    await run(() => [...shown.$$(".ledger li:last-child button")].at(-1).click());
    await until(() => shown.$$(".rules li").length === 3);
    assert.deepEqual((await calls()).rules.at(-1), { verdict: "remove", selector: ".e101" });
    await click(".rules li:nth-child(1) button");
    await until(() => shown.$$(".rules li").length === 2);
    assert.deepEqual((await calls()).rules.map(({ selector }) => selector), ["*", ".e14", ".e101"]);
  });

  it("brings back with undo the rule that the new one took the place of", async () => {
    const before = { verdict: "remove", selector: ".e14" };
    await show(numbered, { rules: [before] });
    await click(entry(4, buttons.rule));
    await until(() => shown.$(".rules li")?.textContent.startsWith("Keep .e14"));
    assert.deepEqual((await calls()).rules, [{ verdict: "keep", selector: ".e14" }]);
    await click(".status button");
    await until(() => shown.$(".rules li")?.textContent.startsWith("Remove .e14"));
    assert.deepEqual((await calls()).rules, [before]);
  });

  it("offers no rules where the place keeps none", async () => {
    await show(numbered);
    assert.equal(await run(() => shown.$$("button").some((each) => /Always/.test(each.textContent))), false);
    assert.equal(await run(() => shown.$(".site-rules")), null);
  });

  it("says so where no rule would fit", async () => {
    await show({ ...numbered, removed: [{ ...numbered.removed[0], element: 0 }] }, { rules: [] });
    await click(entry(1, buttons.rule));
    assert.deepEqual(await texts(".status"), ["No rule would fit this block"]);
  });
});
