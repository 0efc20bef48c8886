// Reading: where one is, notes, pictures, code, and the keyboard.

import assert from "node:assert/strict";
import { it } from "node:test";
import { inBrowsers } from "./in_browsers.mjs";
import { arabicArticle, sampleArticle } from "./sample_article.mjs";

const withBlocks = (...blocks) => ({ ...sampleArticle, tree: ["article", {}, ...blocks], removed: [] });

inBrowsers("reading", (use) => {
  const { show, run, texts, click, press, calls, focused, until, style } = use;

  it("tells how much is left, and draws it", async () => {
    await show();
    assert.deepEqual(await texts(".time-left"), [""]);
    await run(() => shown.$(".scroll").scrollTo({ top: (shown.$(".scroll").scrollHeight - innerHeight) / 2 }));
    await until(() => shown.$(".time-left").textContent === "4 min left");
    const share = await run(() => shown.$(".progress").getBoundingClientRect().width / innerWidth);
    assert.ok(share > 0.48 && share < 0.52, `${share}`);
    await run(() => shown.$(".scroll").scrollTo({ top: 1e6 }));
    await until(() => shown.$(".time-left").textContent === "");
  });

  it("marks in the outline where the reader is", async () => {
    await show();
    await press("t");
    const current = () => run(() => shown.$$("[aria-current]").map((each) => each.textContent));
    assert.deepEqual(await current(), []);
    for (const heading of [1, 0, 2]) {
      await run((at) => shown.$$(".body :is(h2, h3)")[at].scrollIntoView(), heading);
      const name = ["A column for oil", "The numbers", "How to read them"][heading];
      await until((wanted) => shown.$("[aria-current]")?.textContent === wanted, name);
      assert.deepEqual(await current(), [name]);
    }
  });

  it("shows a note beside its mark, with the focus in it, and gives the focus back at Escape", async () => {
    await show();
    await run(() => shown.$("sup a").focus());
    await press("Enter");
    assert.equal(await focused(), "Note 1");
    assert.deepEqual(await run(() => [shown.$(".footnote").getAttribute("role"), shown.$(".footnote .body").textContent, shown.$("sup a").getAttribute("aria-expanded")]), ["dialog", "1. About eleven minutes, by his widow’s estimate.", "true"]);
    assert.equal(await run(() => shown.$$("[id='a-note']").length), 1);
    const inside = await run(() => {
      const [box, view] = [shown.$(".footnote").getBoundingClientRect(), shown.view.getBoundingClientRect()];
      return box.left >= 0 && box.right <= view.right && box.bottom <= view.bottom && box.top >= 0;
    });
    assert.equal(inside, true);
    await press("Escape");
    assert.equal(await run(() => shown.$(".footnote")), null);
    assert.equal(await focused(), "1");
    assert.equal((await calls()).closed, 0);
  });

  it("leads to the note's own place and back to the text", async () => {
    await show();
    await run(() => shown.$("sup a").scrollIntoView({ block: "center" }));
    await click("sup a");
    await click(".footnote .go");
    assert.match(await focused(), /^1\. About eleven minutes/);
    assert.equal(await run(() => shown.$(".footnote")), null);
    await click(".status button");
    assert.equal(await focused(), "1");
    assert.equal(await run(() => location.hash), "");
  });

  it("takes no other link for a note: not one to a heading, not one back, not a long one", async () => {
    const tree = [
      ["p", { id: "top" }, "Start ", ["a", { href: "#part" }, "2"], ["a", { href: "#note" }, "see the note at the end"]],
      ["h2", { id: "part" }, "Part"],
      ["ol", {}, ["li", { id: "note" }, "A note ", ["a", { href: "#top" }, "↩"]]],
    ];
    await show(withBlocks(...tree));
    for (const index of [0, 1, 2]) {
      await run((at) => shown.$$(".body a")[at].click(), index);
      assert.equal(await run(() => shown.$(".footnote")), null, `link ${index}`);
    }
  });

  it("enlarges a picture in a dialog with its caption, by mouse and by keys", async () => {
    const picture = sampleArticle.tree.find((node) => node[0] === "figure");
    await show(withBlocks(picture, ["p", {}, ["img", { src: picture[2][1].src, alt: "Second" }]], ["p", {}, "a sign ", ["img", { src: "x.png", alt: "sign" }], " in a line"], ["p", {}, ["a", { href: "https://a.example/" }, ["img", { src: "y.png", alt: "link" }]]]));
    assert.equal(await run(() => shown.$$(".body img[role=button]").length), 2);
    await run(() => shown.$(".body img").focus());
    await press("Enter");
    const seen = () => run(() => {
      const dialog = shown.$(".lightbox");
      return dialog && [dialog.matches(":modal"), dialog.querySelector("img").alt, dialog.querySelector("figcaption").textContent];
    });
    assert.deepEqual(await seen(), [true, "A red and white lighthouse on a low rock before an evening sky", "The light on Orrin Skerry from the south, where the boat could land in a calm."]);
    await press("ArrowRight");
    assert.deepEqual(await seen(), [true, "Second", "Second"]);
    const width = () => run(() => Math.round(shown.$(".large").getBoundingClientRect().width));
    const fitting = await width();
    await press("Enter");
    await until((before) => shown.$(".large").getBoundingClientRect().width > before, fitting);
    assert.equal(await width(), 1200);
    await press("-");
    assert.equal(await width(), fitting);
    await press("Escape");
    await until(() => shown.$(".lightbox") === null);
    assert.equal(await focused(), "Enlarge: Second");
    assert.equal((await calls()).closed, 0);
  });

  it("copies a block of code, which scrolls by keyboard", async () => {
    const code = "def gulls(n):\n    return n";
    await show(withBlocks(["pre", {}, ["code", { class: "language-python" }, code]]));
    assert.equal(await run(() => shown.$("pre").tabIndex), 0);
    await click(".copy");
    assert.deepEqual((await calls()).copied, [code]);
    assert.deepEqual(await texts(".status"), ["Code copied"]);
  });

  it("scrolls a wide table sideways by keyboard, and by it alone", async () => {
    const row = (kind, text) => ["tr", {}, ...Array.from({ length: 20 }, (_, at) => [kind, {}, `${text}${at}`])];
    await show(withBlocks(["p", { "data-pith-block": "0" }, "Before"], ["table", { "data-pith-block": "1" }, ["thead", {}, row("th", "Harbour-master-")], ["tbody", {}, row("td", "9:0")]], ["p", { "data-pith-block": "2" }, ["a", { href: "https://a.example/" }, "After"]]));
    const places = () => run(() => [shown.$(".wide").scrollLeft, shown.$(".scroll").scrollLeft, shown.$(".scroll").scrollTop]);
    assert.deepEqual(await places(), [0, 0, 0]);
    for (let stops = 0; (await focused()) !== "Table"; stops++) {
      assert.ok(stops < 40, "the Tab key leads to it");
      await press("Tab");
    }
    await press("ArrowRight");
    await until(() => shown.$(".wide").scrollLeft > 0);
    assert.deepEqual((await places()).slice(1), [0, 0]);
    await press("Tab");
    assert.equal(await focused(), "After");
  });

  it("dims all but a few lines that follow the pointer and the focus", async () => {
    await show();
    assert.equal(await style(".ruler", "display"), "none");
    await press("r");
    assert.equal((await calls()).saved.at(-1).ruler, true);
    await use.page.mouse.move(400, 500);
    const middle = () => run(() => {
      const { top, height } = shown.$(".ruler").getBoundingClientRect();
      return Math.round(top + height / 2);
    });
    await until(() => Math.abs(shown.$(".ruler").getBoundingClientRect().top + shown.$(".ruler").getBoundingClientRect().height / 2 - 500) < 2);
    await press("j");
    assert.notEqual(await middle(), 500);
  });

  it("goes from block to block and from heading to heading by keys", async () => {
    await show();
    const at = () => run(() => shown.view.getRootNode().activeElement.dataset.pithBlock);
    await press("j");
    assert.equal(await at(), "0");
    await press("j");
    await press("j");
    assert.equal(await at(), "2");
    await press("k");
    assert.equal(await at(), "1");
    await press("n");
    assert.equal(await at(), "3");
    await press("n");
    assert.equal(await at(), "10");
    await press("p");
    assert.equal(await at(), "3");
    await run(() => shown.$(".scroll").scrollTo({ top: 1e6 })); // reading went on without the focus
    await press("k");
    assert.ok(Number(await at()) > 10);
  });

  it("changes text size and images by keys, and lists every key", async () => {
    await show();
    await press("+");
    await press("+");
    await press("-");
    assert.deepEqual((await calls()).saved.map(({ size }) => size), [21, 22, 21]);
    await press("i");
    assert.equal(await style(".body img", "display"), "none");
    await press("?");
    assert.equal(await run(() => shown.$(".panel:not([hidden])").getAttribute("aria-label")), "Keyboard shortcuts");
    const keys = await run(() => shown.$$(".shortcuts dt").map((each) => [...each.children].map(({ textContent }) => textContent).join("+")));
    for (const key of ["T", "A", "L", "X", "R", "J", "K", "N", "P", "+", "-", "I", "?", "Delete", "Ctrl+Z", "Escape"]) assert.ok(keys.includes(key), key);
  });

  it("hears no single letters where the reader does not want them", async () => {
    await show(sampleArticle, { settings: { shortcuts: false } });
    await until(() => shown.$("input[name=p-shortcuts]").checked === false);
    await press("t");
    assert.equal(await run(() => shown.$(".panel:not([hidden])")), null);
    await press("Escape");
    assert.equal((await calls()).closed, 1);
  });

  it("leaves keys alone that are held with others or typed into a field", async () => {
    await show();
    await use.page.keyboard.down("Control");
    await press("l");
    await use.page.keyboard.up("Control");
    assert.equal(await run(() => shown.$(".panel:not([hidden])")), null);
    await run(() => {
      const field = document.createElement("textarea");
      shown.view.append(field);
      field.focus();
    });
    await press("t");
    assert.equal(await run(() => [shown.view.querySelector("textarea").value, shown.$(".panel:not([hidden])")].join()), "t,");
  });

  it("lays itself out from right to left in a language that is written so", async () => {
    await show(arabicArticle, { phrases: { language: "ar", close: "إغلاق", blocksHidden: { zero: "لا", one: "كتلة مخفية", two: "كتلتان مخفيتان", few: "{count} كتل مخفية", many: "{count} كتلة مخفية", other: "{count} كتلة مخفية" } } });
    assert.equal(await style("", "direction"), "rtl");
    assert.match((await texts(".hidden"))[0], /^[6٦] كتل مخفية$/);
    const [close, outline, text] = await run(() => [".tools button", ".tools button:nth-of-type(2)", ".body p"].map((each) => shown.$(each).getBoundingClientRect().left));
    assert.ok(close > outline && text > 100);
    assert.equal((await texts(".outline button"))[0], "عمود للزيت");
    assert.equal(await run(() => shown.$("[aria-label='Outline']") !== null), true, "what is not translated is said in English");
  });
});
