// What the extension does, the same in every browser.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { until } from "./drive.mjs";
import { paragraphs, promotions, servePages, title } from "./pages.mjs";
import { inReader, modalOnTop, overlayGone, overlayShows, overlayText, pageState, visibleText } from "./reading.mjs";

/** Registers the tests for one browser. `open` starts it with the extension, see drive.mjs. */
export function testExtension(name, open) {
  describe(`the extension in ${name}`, { timeout: 180_000 }, () => {
    let driver;
    let site;
    let page;

    before(async () => {
      site = await servePages();
      driver = await open();
    });
    after(async () => {
      await driver?.close();
      await site?.close();
    });

    /** Each test has a page of its own and leaves none behind. */
    const onPage = (path, run) => async () => {
      page = await driver.newPage();
      try {
        await page.goto(site.address + path);
        await run();
      } finally {
        await page.close();
      }
    };

    it("shows the whole article and no promotion at a click on the button", onPage("/article", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      const text = await overlayText(page);
      assert.ok(text.includes(title));
      for (const paragraph of paragraphs) assert.ok(text.includes(paragraph), `missing: ${paragraph}`);
      const shown = await visibleText(page);
      for (const promotion of promotions) assert.ok(!shown.includes(promotion), `shown: ${promotion}`);
    }));

    it("gives back exactly the page and its scroll position at the second click", onPage("/article", async () => {
      await page.evaluate(() => scrollTo(0, 1234));
      const before = await pageState(page);
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await driver.press(page);
      await overlayGone(page);
      assert.deepEqual(await pageState(page), before);
      assert.equal(before.y, 1234);
    }));

    it("opens again after it was closed", onPage("/article", async () => {
      for (let round = 0; round < 2; round++) {
        await driver.press(page);
        await overlayShows(page, paragraphs[0]);
        await driver.press(page);
        await overlayGone(page);
      }
    }));

    it("closes at Escape", onPage("/article", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await page.keyboard.press("Escape");
      await overlayGone(page);
    }));

    it("keeps the page from scrolling while it is open", onPage("/article", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY), "hidden");
    }));

    it("leaves the page the width that it had, where its scrollbar takes room", onPage("/article", async () => {
      await page.evaluate(() => document.body.append(Object.assign(document.createElement("div"), { style: "height: 300vh" })));
      const width = () => page.evaluate(() => document.body.getBoundingClientRect().width);
      const before = await width();
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      assert.equal(await width(), before);
      const [view, window] = await page.evaluate(() => [document.querySelector("pith-reader").shadowRoot.querySelector("dialog").getBoundingClientRect().width, innerWidth]);
      assert.equal(view, window);
    }));

    it("covers a page that styles everything, scrolls smoothly and has a modal dialog open", onPage("/hostile", async () => {
      await page.evaluate(() => scrollTo({ top: 900, behavior: "instant" }));
      const before = await pageState(page);
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      assert.ok(await modalOnTop(page));
      await driver.press(page);
      await overlayGone(page);
      assert.deepEqual(await pageState(page), before);
    }));

    it("gives the focus back to where it was", onPage("/article", async () => {
      await page.evaluate(() => {
        const field = document.createElement("input");
        field.id = "field";
        document.body.prepend(field);
        field.focus();
      });
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      assert.equal(await page.evaluate(() => document.activeElement.localName), "pith-reader");
      await driver.press(page);
      await overlayGone(page);
      assert.equal(await page.evaluate(() => document.activeElement.id), "field");
    }));

    it("opens the popovers of the page again that its cover closed", onPage("/article", async () => {
      await page.evaluate(() => {
        const popover = (kind, text) => {
          const made = Object.assign(document.createElement("div"), { popover: kind, id: kind });
          made.append(Object.assign(document.createElement("button"), { textContent: text }));
          document.body.append(made);
          made.showPopover();
          return made;
        };
        popover("manual", "Stay");
        popover("auto", "Choose").querySelector("button").focus();
      });
      const state = () => page.evaluate(() => ({ open: [...document.querySelectorAll(":popover-open")].map(({ id }) => id), focused: document.activeElement.textContent }));
      const before = await state();
      assert.deepEqual(before, { open: ["manual", "auto"], focused: "Choose" });
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await driver.press(page);
      await overlayGone(page);
      assert.deepEqual(await state(), before);
    }));

    it("keeps keys that are pressed in it from the page's own shortcuts", onPage("/article", async () => {
      await page.evaluate(() => {
        globalThis.heard = [];
        document.addEventListener("keydown", (event) => globalThis.heard.push(event.key));
      });
      await page.keyboard.press("j");
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await page.keyboard.press("k");
      assert.deepEqual(await page.evaluate(() => globalThis.heard), ["j"]);
    }));

    it("works where the page forbids scripts, styles and strings as HTML", onPage("/strict", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[4]);
      assert.ok(await modalOnTop(page));
      await driver.press(page);
      await overlayGone(page);
    }));

    it("says so where a page has no article", onPage("/empty", async () => {
      await driver.press(page);
      await overlayShows(page, "No article here");
      const back = await page.evaluate(() => document.querySelector("pith-reader").shadowRoot.activeElement.textContent);
      assert.equal(back, "Back to the page");
      await page.keyboard.press("Enter");
      await overlayGone(page);
    }));

    it("explains at the button that a page of the browser can't be read, and works again on the next page", onPage("/empty", async () => {
      await driver.goToForbidden(page);
      await driver.press(page);
      await until(async () => (await driver.badge()) === "!");
      assert.equal(await driver.title(), "Pith can’t read this page");
      assert.equal(await driver.readPopup(), "Pith can’t read this page");

      await page.goto(`${site.address}/article`);
      assert.equal(await driver.badge(), "");
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
    }));

    it("explains at the button that a drawing can't be read", onPage("/drawing", async () => {
      await driver.press(page);
      assert.equal(await driver.readPopup(), "Pith can’t read this page");
    }));

    it("remembers the chosen theme on the next page", onPage("/article", async () => {
      const theme = () => inReader(page, (view) => view.dataset.theme);
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      assert.equal(await theme(), "auto");
      await inReader(page, (view) => view.querySelector('[aria-label="Appearance"]').click());
      await inReader(page, (view) => view.querySelector('input[value="sepia"]').click());
      await until(async () => (await theme()) === "sepia");

      await page.goto(`${site.address}/strict`);
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await until(async () => (await theme()) === "sepia");
    }));

    it("remembers the last of two quick choices where the reader is closed, or the page left, at once", onPage("/article", async () => {
      const choose = (...themes) =>
        inReader(page, `(view) => {
          if (!view.querySelector('input[value="sepia"]')?.checkVisibility()) view.querySelector('[aria-label="Appearance"]').click();
          for (const theme of ${JSON.stringify(themes)}) view.querySelector('input[value="' + theme + '"]').click();
        }`);
      const shows = (theme) => until(() => inReader(page, `(view) => view.dataset.theme === "${theme}"`));
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await choose("light", "dark");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await overlayGone(page);
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await shows("dark");
      await choose("light", "sepia");
      await page.goto(`${site.address}/strict`);
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await shows("sepia");
    }));

    it("refuses messages of the wrong shape", async () => {
      page = await driver.extensionPage();
      try {
        const send = (message) => page.evaluate((value) => chrome.runtime.sendMessage(value), message);
        for (const message of [null, "extract", [], {}, { type: "eval", code: "1" }, { type: "extract", page: 5, kind: "text", url: "" }, { type: "extract", page: "" }]) {
          assert.deepEqual(await send(message), { type: "failed", reason: "bad-message" }, JSON.stringify(message));
        }
        const answer = await send({ type: "extract", kind: "text", page: paragraphs[0], url: "https://example.org/" });
        assert.equal(answer.type, "article");
      } finally {
        await page.close();
      }
    });

    it("has its shortcuts", async () => {
      assert.deepEqual((await driver.shortcuts()).map((keys) => keys.toLowerCase().replace(",", "+")), ["alt+r", "alt+shift+y"]);
    });
  });
}
