// The extension as people get it: the page can't look into the reader, and neither can a test, but for where the extension's own scripts run.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openChromium, openFirefox, until } from "./support/drive.mjs";
import { paragraphs, servePages } from "./support/pages.mjs";
import { emptyStore, inClosedRoot as inRoot, stored } from "./support/rights.mjs";

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  describe(`the extension as it is released in ${name}`, { timeout: 120_000 }, () => {
    let driver, site, page;
    before(async () => {
      site = await servePages();
      driver = await open({ test: false });
    });
    after(() => Promise.all([driver?.close(), site?.close()]));

    const onPage = (run) => async () => {
      await emptyStore(driver);
      page = await driver.newPage();
      try {
        await page.goto(`${site.address}/article`);
        await openReader();
        await run();
      } finally {
        await page.close();
      }
    };
    const openReader = async () => {
      await driver.press(page);
      await until(() => page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2).localName === "pith-reader"));
    };
    const isGone = () => until(() => page.evaluate(() => document.querySelector("pith-reader") === null));
    const inClosedRoot = (run, ...given) => inRoot(driver, page, run, ...given);

    it("opens and closes over a page that can't look in", onPage(async () => {
      assert.equal(await page.evaluate(() => document.querySelector("pith-reader").shadowRoot), null);
      await driver.press(page);
      await isGone();
    }));

    it("is used by keyboard, and closes at Escape", onPage(async () => {
      const names = [];
      for (let stop = 0; stop < 3; stop++) {
        await page.keyboard.press("Tab");
        names.push(await inClosedRoot((root) => root.activeElement.ariaLabel));
      }
      assert.deepEqual(names.filter((each) => each !== null).slice(0, 2), ["Close", "Appearance"]); // Chromium stops at what scrolls, too
      await page.keyboard.press("Escape");
      await isGone();
    }));

    it("keeps a highlight of words that were selected with the pointer", onPage(async () => {
      const words = "the gulls sat on the customs shed";
      const [from, to] = await inClosedRoot((root, wanted) => {
        const walker = document.createTreeWalker(root.querySelector(".body"), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(wanted);
          if (at === -1) continue;
          node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
          const line = document.createRange();
          line.setStart(node, at);
          line.setEnd(node, at + wanted.length);
          const boxes = [...line.getClientRects()];
          const middle = ({ top, bottom }) => (top + bottom) / 2;
          return [{ x: boxes[0].left, y: middle(boxes[0]) }, { x: boxes.at(-1).right, y: middle(boxes.at(-1)) }];
        }
      }, words);
      await page.mouse.move(from.x + 1, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x - 10, to.y, { steps: 4 });
      await page.mouse.move(to.x - 1, to.y);
      await page.mouse.up();
      await page.keyboard.press("h");
      const key = `marks:${page.url()}`;
      const kept = await until(async () => (await stored(driver, "local", key))[key]?.marks);
      assert.deepEqual(kept.map(({ quote }) => quote.exact), [words]);

      await page.reload();
      await openReader();
      const listed = (root) => {
        if (!root.querySelector(".marks li")) root.querySelector('[aria-label="Highlights and notes"]').click();
        return [...root.querySelectorAll(".marks li")].map((each) => [each.textContent, each.querySelector(".lost") === null]);
      };
      const [[shown, isFound]] = await until(async () => ((found) => found.length === 1 && found)(await inClosedRoot(listed)));
      assert.ok(shown.includes(words), shown);
      assert.equal(isFound, true);
    }));
  });
}
