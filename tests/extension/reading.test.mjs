// What the reader does with an article that the extension itself has read from a page, in real browsers.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { strFromU8, unzipSync } from "fflate";

import { runAxe } from "../support/axe.mjs";
import { openChromium, openFirefox, savedFile, until } from "./support/drive.mjs";
import { arabic, logbook, paragraphs, promotions, servePages, title, uncopiedTitle } from "./support/pages.mjs";
import { bodyHas, clickButton, clickOn, inReader, overlayGone, overlayShows, paintedWords, selectWords, visibleText } from "./support/reading.mjs";
import { inContentScripts } from "./support/rights.mjs";

const stubs = await readFile(new URL("../reader/stubs.js", import.meta.url), "utf8");

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  describe(`reading in the extension in ${name}`, { timeout: 240_000 }, () => {
    let driver, site, page, folder;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "pith-saved-"));
      site = await servePages();
      driver = await open({ downloads: folder });
    });
    after(async () => {
      await Promise.all([driver?.close(), site?.close()]);
      await rm(folder, { recursive: true, force: true });
    });

    /** With the reader open over the page, whose text begins with `first`. */
    const onPage = (path, first, run) => async () => {
      page = await driver.newPage();
      try {
        await page.goto(site.address + path);
        await driver.press(page);
        await overlayShows(page, first);
        await run();
      } finally {
        await page.close();
      }
    };
    const click = (words) => clickButton(page, words);
    const inBody = (words) => bodyHas(page, words);
    const select = (words) => selectWords(page, words);
    const painted = (which) => paintedWords(page, which);

    it("goes from right to left where the page does, and leaves its own controls as they are", onPage("/arabic", arabic.paragraphs[0], async () => {
      for (const text of [arabic.title, ...arabic.paragraphs]) assert.ok((await visibleText(page)).includes(text), text);
      const sides = await inReader(page, (view) => {
        const { direction } = getComputedStyle(view.querySelector(".body p"));
        const line = document.createRange();
        line.selectNodeContents([...view.querySelectorAll(".body p")].at(-1));
        const rects = [...line.getClientRects()];
        const block = view.querySelector(".body").getBoundingClientRect();
        return { direction, lang: view.querySelector("article").lang, view: getComputedStyle(view).direction, fromRight: Math.round(block.right - rects.at(-1).right) };
      });
      assert.deepEqual(sides, { direction: "rtl", lang: "ar", view: "ltr", fromRight: 0 });
    }));

    it("puts back what was left out where it stood, with one click", onPage("/article", paragraphs[0], async () => {
      assert.equal(await inBody(promotions[0]), false);
      await inReader(page, (view) => view.querySelector(".hidden").click());
      const entry = `[...view.querySelectorAll(".ledger li")].find((each) => each.textContent.includes(${JSON.stringify(promotions[0])}))`;
      await until(() => inReader(page, `(view) => { const found = [...${entry}.querySelectorAll("button")].find((each) => each.textContent === "Put back"); found?.click(); return found !== undefined; }`));
      await until(() => inBody(promotions[0]));
      assert.ok(await inReader(page, `(view) => { const text = view.querySelector(".body").innerText; return text.indexOf(${JSON.stringify(paragraphs[1])}) < text.indexOf(${JSON.stringify(promotions[0])}) && text.indexOf(${JSON.stringify(promotions[0])}) < text.indexOf(${JSON.stringify(paragraphs[2])}); }`));
    }));

    it("goes from block to block however fast the key is pressed", onPage("/article", paragraphs[0], async () => {
      await page.setViewport({ width: 700, height: 300 });
      const focused = [];
      for (const _ of paragraphs) {
        await page.keyboard.press("j");
        focused.push(await inReader(page, (view) => view.getRootNode().activeElement.innerText));
      }
      assert.deepEqual(focused, paragraphs);
    }));

    it("removes a block by hand, and brings it back", onPage("/article", paragraphs[0], async () => {
      await page.keyboard.press("j");
      const focused = await inReader(page, (view) => view.getRootNode().activeElement.innerText);
      assert.ok(paragraphs.includes(focused), focused);
      await page.keyboard.press("Delete");
      await until(async () => !(await inBody(focused)));
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
      await until(() => inBody(focused));
    }));

    it("saves Markdown of what is left, and of what was put back, as the core writes it", onPage("/article", paragraphs[0], async () => {
      await page.keyboard.press("j");
      const gone = await inReader(page, (view) => view.getRootNode().activeElement.innerText);
      await page.keyboard.press("Delete");
      await until(async () => !(await inBody(gone)));
      await inReader(page, (view) => view.querySelector(".hidden").click());
      await inReader(page, `(view) => [...view.querySelectorAll(".ledger li")].find((each) => each.textContent.includes(${JSON.stringify(promotions[0])})).querySelectorAll("button")[1].click()`);
      await until(() => inBody(promotions[0]));
      await click("Keep");
      await click("Save as Markdown");
      const text = await savedFile(folder, /\.md$/, (bytes) => /\n---\n\n[^]*\n$/.exec(bytes)?.[0]); // what follows the metadata
      for (const words of paragraphs.filter((each) => each !== gone)) assert.ok(text.includes(words), words);
      assert.ok(text.includes(promotions[0]) && !text.includes(gone));
    }));

    it("shows highlights again after the page was loaded anew", onPage("/article", paragraphs[0], async () => {
      const words = "the gulls sat on the customs shed";
      await select(words);
      await page.keyboard.press("h");
      await until(async () => (await painted("pith-yellow")).length === 1);
      await driver.press(page);
      await overlayGone(page);
      assert.deepEqual(await painted("pith-yellow"), []);
      await page.reload();
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await until(async () => (await painted("pith-yellow")).join() === words);
    }));

    it("colours code by its language", onPage("/program", paragraphs[0], async () => {
      await inReader(page, (view) => view.querySelector("pre").scrollIntoView());
      await until(async () => (await painted("pith-code-keyword")).join() === "def,return");
      assert.deepEqual([await painted("pith-code-comment"), await painted("pith-code-string")], [["# slack water"], ['"high"']]);
      assert.equal(await inReader(page, (view) => view.querySelectorAll("pre > :not(code), code > :not(span.painted)").length), 0);
    }));

    it("saves a book that opens again", onPage("/article", paragraphs[0], async () => {
      await click("Keep");
      await click("Save as book");
      const entries = await savedFile(folder, /\.epub$/, (bytes) => unzipSync(bytes));
      assert.equal(strFromU8(entries.mimetype), "application/epub+zip");
      const chapters = Object.entries(entries).filter(([path]) => path.endsWith(".xhtml")).map(([, bytes]) => strFromU8(bytes)).join();
      for (const paragraph of paragraphs) assert.ok(chapters.includes(paragraph), paragraph);
      assert.ok(chapters.includes(title));
      for (const promotion of promotions) assert.ok(!chapters.includes(promotion), promotion);
    }));

    for (const [where, path, heading] of [["", "/article", title], [" over a page that forbids the new way to", "/no-clipboard", uncopiedTitle]]) {
      it(`copies the article as Markdown${where}`, onPage(path, paragraphs[0], async () => {
        await click("Keep");
        await clickOn(page, `(view) => view.querySelector("[data-keep=copy]")`);
        const text = await until(async () => ((copied) => copied.startsWith(`# ${heading}\n`) && copied)(await driver.copied(page)));
        for (const paragraph of paragraphs) assert.ok(text.includes(paragraph), paragraph);
        for (const promotion of promotions) assert.ok(!text.includes(promotion), promotion);
      }));
    }

    it("reads aloud, sentence by sentence, where the browser has a voice", onPage("/article", paragraphs[0], async () => {
      await driver.press(page);
      await overlayGone(page);
      // The browser's own speech is replaced where the reader runs, since no browser here has a voice. The page's EventTarget cannot be extended from there in Firefox.
      await inContentScripts(driver, page, `() => { const EventTarget = Object; ${stubs};
        globalThis.speech = new StubSpeech();
        Object.defineProperty(globalThis, "speechSynthesis", { value: speech, configurable: true });
      }`);
      const said = () => inContentScripts(driver, page, () => speech.said.map(({ text }) => text));
      const sentences = paragraphs[0].match(/[^.]+\./g).map((each) => each.trim());
      const isMarked = (sentence) => until(async () => (await painted("pith-sentence")).join() === sentence);
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await click("Listen");
      await isMarked(sentences[0]);
      assert.deepEqual(await said(), [sentences[0]]);
      await inContentScripts(driver, page, () => speech.end());
      await isMarked(sentences[1]);
      await page.keyboard.press(",");
      await isMarked(sentences[0]);
      assert.deepEqual(await said(), [sentences[0], sentences[1], sentences[0]]);
      await page.keyboard.press("Escape");
      await until(async () => (await painted("pith-sentence")).length === 0);
      assert.equal(await inContentScripts(driver, page, () => speech.current), null);
    }));

    for (const [face, family] of [["dyslexic", "pith-dyslexic"], ["hyperlegible", "pith-hyperlegible"]]) {
      it(`sets the article in the face ${face} over a page that forbids all fonts`, onPage("/strict", paragraphs[0], async () => {
        const faceOfText = () => inReader(page, (view) => getComputedStyle(view.querySelector(".body p")).fontFamily.split(", ")[0]);
        const width = () => inReader(page, (view) => {
          const line = document.createRange();
          line.setStart(view.querySelector(".body p").firstChild, 0);
          line.setEnd(view.querySelector(".body p").firstChild, 20);
          return line.getBoundingClientRect().width;
        });
        await click("Appearance");
        await inReader(page, `(view) => view.querySelector('input[value="${face}"]').click()`);
        await until(() => page.evaluate((wanted) => [...document.fonts].some(({ family, weight, style, status }) => family === wanted && weight === "400" && style === "normal" && status === "loaded"), family));
        assert.equal(await faceOfText(), family);
        const inFace = await width();
        await page.evaluate((wanted) => { for (const each of [...document.fonts]) if (each.family === wanted) document.fonts.delete(each); }, family);
        await until(async () => (await width()) !== inFace);
      }));
    }

    it("shows an article of a megabyte to its end", onPage("/logbook", logbook[0], async () => {
      await page.keyboard.press("End");
      await until(() => inReader(page, `(view) => {
        const last = [...view.querySelectorAll(".body p")].at(-1);
        const { bottom } = last.getBoundingClientRect();
        return last.innerText === ${JSON.stringify(logbook.at(-1))} && bottom > 0 && bottom < innerHeight;
      }`));
      assert.equal(await inReader(page, (view) => view.querySelectorAll(".body p").length), logbook.length);
      await until(() => inReader(page, (view) => view.querySelectorAll("[data-later]").length === 0));
    }));

    it("says so where the browser has no voices to read aloud with", onPage("/article", paragraphs[0], async () => {
      assert.equal(await page.evaluate(() => speechSynthesis.getVoices().length), 0);
      await click("Listen");
      await overlayShows(page, "no voices");
    }));

    for (const [what, path, words] of [["over a page", "/article", paragraphs[0]], ["where a page has no article", "/empty", "No article here"]]) {
      it(`has nothing for axe to find ${what}`, onPage(path, words, async () => {
        const { problems, passed } = await runAxe(page, { within: "pith-reader" });
        assert.deepEqual(problems, []);
        assert.ok(passed.includes("button-name"), "it has looked inside");
      }));
    }

    it("tells its keys when asked, and closes the list before itself", onPage("/article", paragraphs[0], async () => {
      await page.keyboard.press("?");
      await until(async () => (await visibleText(page)).includes("Keyboard shortcuts"));
      await page.keyboard.press("Escape");
      await until(() => inReader(page, (view) => [...view.querySelectorAll(".panel")].every((panel) => panel.hidden)));
      await page.keyboard.press("Escape");
      await overlayGone(page);
    }));
  });
}
