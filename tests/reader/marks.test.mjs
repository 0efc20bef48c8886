// Highlights and notes in real browsers.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { browserNames, openFeatures } from "./feature_harness.mjs";
import { sampleArticle } from "./sample_article.mjs";

const mark = (exact, more = {}) => ({
  id: `id-${exact.slice(0, 8)}`, colour: "green", note: "", created: "2026-01-02T03:04:05.000Z",
  quote: { exact, prefix: "", suffix: "" }, position: { start: 0, end: exact.length }, ...more,
});

for (const name of browserNames) {
  describe(`highlights in ${name}`, { timeout: 240_000 }, () => {
    let use;
    before(async () => void (use = await openFeatures(name)));
    after(() => use?.close());

    const painted = (colour) => use.run((name) => shown.painted(`pith-${name}`), colour);
    const kept = () => use.run(() => shown.log.kept);
    const press = (key) => use.page.keyboard.press(key);
    const select = async (words) => {
      await use.run((given) => shown.select(given), words);
      await use.until(() => !shown.$(".selection-menu").hidden);
    };
    const highlight = async (words, colour = "Yellow") => {
      await select(words);
      await use.click(`.selection-menu [aria-label='Highlight in ${colour}']`);
    };
    const settled = (count) => use.until((wanted) => shown.log.saved.length === wanted, count);

    it("shows a menu beside selected words, and none without", async () => {
      await use.show(sampleArticle);
      assert.equal(await use.run(() => getComputedStyle(shown.$(".selection-menu")).display), "none");
      await select("eighty-three of them");
      const { gap, inside } = await use.run(() => {
        const menu = shown.$(".selection-menu").getBoundingClientRect();
        const words = shown.$(".body em").getBoundingClientRect();
        return { gap: Math.min(Math.abs(words.top - menu.bottom), Math.abs(menu.top - words.bottom)), inside: menu.left >= 0 && menu.right <= innerWidth && menu.top >= 60 };
      });
      assert.ok(gap < 30 && inside, `${gap} px away`);
      await press("Escape");
      assert.equal(await use.run(() => getComputedStyle(shown.$(".selection-menu")).display), "none");
      assert.equal(await use.run(() => shown.log.closed), 0);
    });

    it("is made of what a selection has of the article's text, and of all of it by Ctrl and A", async () => {
      const selectFrom = async (start, end) => {
        await use.show(sampleArticle);
        await use.run((from, to) => {
          const last = shown.$$(".body p").at(-1);
          getSelection().setBaseAndExtent(shown.$(from) ?? last, 0, shown.$(to), shown.$(to).childNodes.length);
        }, start, end);
        await use.until(() => !shown.$(".selection-menu").hidden);
        await press("h");
        await settled(1);
        return (await use.run(() => shown.log.saved[0][0])).quote.exact;
      };
      const [first, last] = await use.run(() => [shown.$(".body p"), shown.$$(".body p").at(-1)].map(({ textContent }) => textContent));
      assert.equal(await selectFrom("h1", ".body p"), first);
      assert.equal(await selectFrom("none", "footer"), last);
      await use.show(sampleArticle);
      await use.run(() => getSelection().setBaseAndExtent(shown.$("h1"), 0, shown.$("h1"), 1));
      await press("h");
      assert.equal(await use.run(() => shown.$(".selection-menu").hidden), true);
      await use.page.keyboard.down("Control");
      await press("a");
      await use.page.keyboard.up("Control");
      await use.until(() => !shown.$(".selection-menu").hidden);
      await press("h");
      await settled(1);
      const { exact } = (await use.run(() => shown.log.saved[0][0])).quote;
      assert.ok(exact.startsWith(first) && exact.endsWith(last));
    });

    it("is made by dragging over words with the pointer", async () => {
      await use.show(sampleArticle);
      const box = await use.run(() => {
        const { x, y, width, height } = shown.$(".body em").getBoundingClientRect();
        return { x, y: y + height / 2, right: x + width };
      });
      await use.page.mouse.move(box.x + 1, box.y);
      await use.page.mouse.down();
      await use.page.mouse.move(box.right - 30, box.y, { steps: 4 });
      await use.page.mouse.move(box.right - 1, box.y);
      await use.page.mouse.up();
      await use.until(() => !shown.$(".selection-menu").hidden);
      const button = await use.run(() => {
        const { x, y, width, height } = shown.$(".selection-menu [aria-label='Highlight in Blue']").getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await use.page.mouse.click(button.x, button.y);
      assert.equal((await painted("blue")).length, 1);
      assert.match((await painted("blue"))[0], /ighty-three of the/);
    });

    it("draws a highlight in its colour and keeps it with the words around it", async () => {
      await use.show(sampleArticle);
      await highlight("eighty-three of them", "Pink");
      assert.deepEqual(await painted("pink"), ["eighty-three of them"]);
      await settled(1);
      const [stored] = await kept();
      assert.equal(stored.colour, "pink");
      assert.deepEqual(stored.quote, { exact: "eighty-three of them", prefix: "y were found there last spring, ", suffix: ", by the couple who bought his c" });
      assert.equal(stored.position.end - stored.position.start, 20);
      assert.match(stored.id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
      assert.equal(await use.run(() => getSelection().isCollapsed), true);
      assert.equal(await use.run(() => CSS.highlights?.size ?? 0), 0, "where a page that the view stands in would see it");
    });

    it("is there again after a reload, across blocks and where other words were put in", async () => {
      await use.show(sampleArticle);
      await use.run(() => {
        const [from, to] = [shown.$("[data-pith-block='0']").lastChild, shown.$("[data-pith-block='1']").firstChild];
        getSelection().setBaseAndExtent(from, from.length - 21, to, 8);
      });
      await use.until(() => !shown.$(".selection-menu").hidden);
      await use.click(".selection-menu [aria-label='Highlight in Yellow']");
      await settled(1);
      const stored = await kept();
      assert.equal(stored[0].quote.exact, "columns stood empty.\nWhen the");
      const [, attributes, header, ...blocks] = sampleArticle.tree;
      await use.show({ ...sampleArticle, tree: ["article", attributes, header, ["p", {}, "A correction was put in here, later."], ...blocks] }, { kept: stored });
      await use.until(() => shown.painted("pith-yellow").length === 1);
      assert.equal((await painted("yellow"))[0].replace(/\s+/g, " ").replace("empty.When", "empty. When"), "columns stood empty. When the");
    });

    it("is found where its words have changed a little, and is kept and said to be lost where they are gone", async () => {
      const changed = mark("One bird, the lame one, was noted by its name for some nineteen seasons", { quote: { exact: "and one bird, “the lame one”, was noted by its name for nineteen seasons.", prefix: "", suffix: "" } });
      const gone = mark("Words that were never in it, not even nearly", { note: "still mine" });
      await use.show(sampleArticle, { kept: [changed, gone] });
      await use.until(() => shown.painted("pith-green").length === 1);
      assert.match((await painted("green"))[0], /and one bird, “the lame one”, is noted by name for nineteen seasons/);
      await use.click("button[aria-label='Highlights and notes']");
      assert.deepEqual(await use.texts(".marks .lost"), ["These words are no longer in the article."]);
      assert.equal(await use.run(() => shown.$("[data-mark='id-Words th'] textarea").value), "still mine");
      await highlight("fish crate");
      await settled(1);
      assert.deepEqual((await kept()).map(({ id }) => id.slice(0, 3)).filter((id) => id === "id-").length, 2, "nothing is lost from the store");
    });

    it("takes notes, by keyboard alone", async () => {
      await use.show(sampleArticle);
      await select("eighty-three of them");
      await press("m");
      assert.equal(await use.run(() => shown.root.activeElement.localName), "textarea");
      await use.page.keyboard.type("So many!");
      await use.until(() => shown.log.kept[0]?.note === "So many!");
      await press("Escape");
      assert.equal(await use.run(() => shown.root.activeElement.localName), "button", "leaves the note, not the view");
      await select("fish crate");
      await press("h");
      await use.until(() => shown.log.kept.length === 2);
      assert.deepEqual(await use.texts(".marks .quote"), ["fish crate", "eighty-three of them"], "in the order of the article");
    });

    for (const how of ["the view is closed", "the page is left"]) {
      it(`keeps a note that is being written when ${how}, at once, also while the store is still busy`, async () => {
        await use.show(sampleArticle, { refuse: ["answer"] });
        await select("eighty-three of them");
        await press("m");
        await settled(1);
        const { notes, later } = await use.run(async (isClosed) => {
          shown.$("textarea").value = "half a thou";
          if (isClosed) shown.reader.destroy();
          else dispatchEvent(new PageTransitionEvent("pagehide"));
          const notes = shown.log.saved.map(([{ note }]) => note); // nothing of the page may run after this
          await new Promise((resolve) => setTimeout(resolve, 50));
          return { notes, later: shown.log.saved.length };
        }, how === "the view is closed");
        assert.deepEqual([notes, later], [["", "half a thou"], 2]);
      });
    }

    it("opens its entry when it is clicked, and leads from the entry to the words", async () => {
      await use.show(sampleArticle, { kept: [mark("eighty-three of them"), mark("He is buried at Kelmouth")] });
      await use.until(() => shown.painted("pith-green").length === 2);
      const { x, y } = await use.run(() => shown.pointOf("pith-green"));
      await use.page.mouse.click(x, y);
      assert.equal(await use.run(() => shown.root.activeElement.closest("[data-mark]").dataset.mark), "id-eighty-t");
      await use.click("[data-mark='id-He is bu'] .quote");
      await use.until(() => {
        const { top, bottom } = shown.ranges("pith-green").at(-1).getBoundingClientRect();
        return top > 60 && bottom < innerHeight;
      });
    });

    it("changes colour, and is deleted with a way back", async () => {
      await use.show(sampleArticle, { kept: [mark("eighty-three of them")] });
      await use.until(() => shown.painted("pith-green").length === 1);
      await use.click("button[aria-label='Highlights and notes']");
      await use.click("[data-mark] input[value=blue]");
      assert.deepEqual([await painted("green"), await painted("blue")], [[], ["eighty-three of them"]]);
      await use.click("[data-mark] .row button");
      assert.deepEqual([await painted("blue"), await use.texts("[data-mark]")], [[], []]);
      await use.until(() => shown.log.kept.length === 0);
      await use.click("[role=status] button");
      assert.deepEqual(await painted("blue"), ["eighty-three of them"]);
      await use.until(() => shown.log.kept.length === 1);
    });

    /** With the pointer, as it stands there. */
    const clickOn = async (selector) => {
      const { x, y } = await use.run((wanted) => {
        const { x, y, width, height } = shown.$(wanted).getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }, selector);
      await use.page.mouse.click(x, y);
    };

    for (const width of [400, 600, 800, 1000]) {
      it(`comes back with the note that was typed a moment ago, by the first click on each button, ${width} px wide`, async () => {
        await use.page.setViewport({ width, height: 700 });
        try {
          await use.show(sampleArticle, { kept: [mark("eighty-three of them", { note: "So" })] });
          await use.until(() => shown.painted("pith-green").length === 1);
          await use.click("button[aria-label='Highlights and notes']");
          await clickOn(".marks textarea");
          await press("End");
          await use.page.keyboard.type(" many!");
          await clickOn("[data-mark] .row button");
          await use.until(() => shown.log.kept.length === 0);
          await clickOn("[role=status] button");
          await use.until(() => shown.log.kept[0]?.note === "So many!");
          assert.equal(await use.run(() => shown.$(".marks textarea").value), "So many!");
        } finally {
          await use.page.setViewport({ width: 1000, height: 700 });
        }
      });
    }

    it("is not made of more than would be taken from the store again", async () => {
      const [, attributes, header, ...blocks] = sampleArticle.tree;
      await use.show({ ...sampleArticle, tree: ["article", attributes, header, ["p", {}, "The tide. ".repeat(10_001)], ...blocks] });
      await use.run(() => getSelection().selectAllChildren(shown.body));
      await use.until(() => !shown.$(".selection-menu").hidden);
      await press("h");
      assert.match(await use.run(() => shown.$(".bar [role=status]").textContent), /too long/);
      assert.deepEqual([await painted("yellow"), await use.run(() => shown.log.saved.length)], [[], 0]);
      await select("fish crate");
      await press("m");
      assert.equal(await use.run(() => shown.$(".marks textarea").maxLength), 100_000);
    });

    it("follows a store that others change, and says once that one lasts only as long as the page", async () => {
      await use.show(sampleArticle, { kept: [mark("eighty-three of them")], passing: true });
      await use.until(() => shown.painted("pith-green").length === 1);
      await use.run((others) => {
        shown.log.kept = others;
        shown.log.changed();
      }, [mark("fish crate")]);
      await use.until(() => shown.painted("pith-green").join() === "fish crate");
      const said = () => use.run(() => shown.$(".bar [role=status]").textContent);
      await highlight("eighty-three of them");
      assert.match(await said(), /until you leave this page/);
      await highlight("He is buried at Kelmouth");
      assert.equal(await said(), "Highlighted");
    });

    it("tells when the store does not take it, shows it all the same, and keeps it when asked again", async () => {
      await use.show(sampleArticle, { refuse: ["keep"] });
      await highlight("fish crate");
      await use.until(() => /could not be saved/.test(shown.$(".bar [role=status]").textContent));
      assert.deepEqual(await painted("yellow"), ["fish crate"]);
      assert.deepEqual(await kept(), []);
      await use.run(() => shown.log.refuse.splice(0));
      await use.click(".bar [role=status] button");
      await settled(1);
      assert.equal((await kept())[0].quote.exact, "fish crate");
    });

    it("overwrites nothing that it could not read", async () => {
      await use.show(sampleArticle, { kept: [mark("eighty-three of them")], refuse: ["load"] });
      await use.until(() => /could not be read/.test(shown.$(".bar [role=status]").textContent));
      await highlight("fish crate");
      await use.run(() => new Promise((resolve) => setTimeout(resolve, 50)));
      assert.equal(await use.run(() => shown.log.saved.length), 0);
      await use.run(() => shown.log.refuse.splice(0));
      await use.click(".bar [role=status] button");
      await settled(1);
      assert.deepEqual((await kept()).map(({ quote }) => quote.exact), ["eighty-three of them", "fish crate"]);
    });

    it("doubts what the store gives", async () => {
      const bad = [null, 7, "x", [], {}, mark(""), { ...mark("fish crate"), position: { start: -1, end: 5 } }, { ...mark("fish crate"), quote: "fish crate" }, { ...mark("fish crate"), id: 5 }];
      await use.show(sampleArticle, { kept: [...bad, mark("fish crate", { colour: "url(x)", note: 5, created: "never" }), mark("fish crate")] });
      await use.until(() => shown.painted("pith-yellow").length === 1);
      assert.equal((await use.texts("[data-mark]")).length, 1);
      for (const nonsense of ["x", { length: 3 }, 7]) {
        await use.show(sampleArticle, { kept: nonsense });
        assert.deepEqual(await use.texts("[data-mark]"), []);
      }
    });

    it("is saved as a list that other programs read (Web Annotation)", async () => {
      await use.show(sampleArticle, { kept: [mark("eighty-three of them", { note: "So many!" })] });
      await use.until(() => shown.$(".marks .export"));
      await use.click(".marks .export");
      await use.until(() => shown.log.files.length === 1);
      const { name, text } = await use.run(() => ({ name: shown.log.files[0].name, text: new TextDecoder().decode(new Uint8Array(shown.log.files[0].bytes)) }));
      const { type, first: { items: [annotation] } } = JSON.parse(text);
      assert.deepEqual([name, type, annotation.type, annotation.body.value, annotation.target.source], ["highlights.json", "AnnotationCollection", "Annotation", "So many!", sampleArticle.url]);
      assert.deepEqual(annotation.target.selector.map((selector) => selector.type), ["TextQuoteSelector", "TextPositionSelector"]);
    });

    it("counts nothing that the view adds to the article", async () => {
      await use.show(sampleArticle, { kept: [mark("The university at Kelmouth has now typed in the first ten years.")] });
      await use.until(() => shown.painted("pith-green").length === 1);
      await use.run(() => {
        const added = document.createElement("span");
        added.dataset.added = "";
        added.textContent = "Copied!";
        shown.$("[data-pith-block='6'] .pith-green").firstChild.splitText(20);
        shown.$("[data-pith-block='6'] .pith-green").childNodes[1].before(added);
      });
      await highlight("fish crate");
      assert.match((await painted("green"))[0], /^The university at Ke(Copied!)?lmouth has now typed in the first ten years\.$/);
    });

    it("leaves no trace in the article when it is taken away", async () => {
      await use.show(sampleArticle);
      const before = await use.run(() => shown.body.innerHTML);
      await highlight("couple who bought", "Green");
      await highlight("eighty-three of them");
      assert.deepEqual(await use.texts(".body :is(.pith-yellow, .pith-green)"), ["eighty-three of them", "couple who bought"]);
      assert.notEqual(await use.run(() => getComputedStyle(shown.$(".body .pith-yellow")).backgroundColor), "rgba(0, 0, 0, 0)");
      await use.click("[data-mark] .row button");
      await use.click("[data-mark] .row button");
      assert.equal(await use.run(() => shown.body.innerHTML), before);
      assert.equal(await use.run(() => shown.$("[data-pith-block='1'] em").childNodes.length), 1);
    });

    it("offers nothing where the host keeps none", async () => {
      await use.show(sampleArticle, { without: ["marks"] });
      assert.deepEqual(await use.texts("button[aria-label='Highlights and notes']"), []);
      await select("fish crate");
      assert.deepEqual(await use.run(() => shown.$$(".selection-menu button").map((each) => each.getAttribute("aria-label"))), ["Listen from here"]);
    });

    it("is not drawn any more where it comes from the store when the view has gone", async () => {
      await use.show(sampleArticle, { kept: [mark("fish crate")] });
      const drawn = await use.run(async (article, given) => {
        show(article, { kept: [given] });
        shown.reader.destroy();
        await new Promise((resolve) => setTimeout(resolve, 50));
        return shown.painted("pith-green").length;
      }, sampleArticle, mark("fish crate"));
      assert.equal(drawn, 0);
    });
  });
}
