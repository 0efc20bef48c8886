// The extension in browsers that speak other languages than English.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { openChromium, openFirefox, until } from "./support/drive.mjs";
import { load } from "./support/load.mjs";
import { paragraphs, servePages } from "./support/pages.mjs";
import { inReader, overlayShows } from "./support/reading.mjs";

const wordsOf = async (path) => JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), "utf8"));

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  for (const [language, direction] of [["de", "ltr"], ["ar", "rtl"]]) {
    describe(`the extension in ${name} that speaks ${language}`, { timeout: 120_000 }, () => {
      let driver, pages, reader, extension;
      before(async () => {
        [reader, extension] = await Promise.all([wordsOf(`web/src/reader/locales/${language}.json`), wordsOf(`extension/locales/${language}.json`)]);
        pages = await servePages();
        driver = await open({ language });
      });
      after(() => Promise.all([driver?.close(), pages?.close()]));

      it("says it in the reader, whose side follows the words while the article keeps its own", async () => {
        const page = await driver.newPage();
        await page.goto(`${pages.address}/article`);
        await driver.press(page);
        await overlayShows(page, paragraphs[0]);
        const shown = await inReader(page, (root) => {
          const view = root.querySelector(".pith");
          const tools = view.querySelector(".tools").getBoundingClientRect();
          return {
            lang: view.lang,
            direction: getComputedStyle(view).direction,
            name: view.querySelector("article").getAttribute("aria-label"),
            buttons: [...view.querySelectorAll(".tools button")].map((button) => button.title),
            article: getComputedStyle(view.querySelector("article p")).direction,
            toolsAtRight: tools.left + tools.width / 2 > innerWidth / 2,
          };
        });
        assert.equal(shown.lang, language);
        assert.equal(shown.direction, direction);
        assert.equal(shown.name, reader.view);
        for (const key of ["outline", "appearance", "listen", "keep", "marks"]) assert.ok(shown.buttons.includes(reader[key]), `${key}: ${shown.buttons}`);
        assert.ok(shown.buttons.includes(extension.always), `${shown.buttons}`);
        assert.equal(shown.article, "ltr");
        if (process.env.PITH_SHOTS) await page.screenshot({ path: `${process.env.PITH_SHOTS}/${name}-${language}-reader.png` });
        assert.equal(shown.toolsAtRight, direction === "ltr");
        await page.close();
      });

      it("says it in the settings and at the button", async () => {
        const page = await driver.extensionPage("options.html");
        await until(() => page.evaluate((wanted) => document.querySelector("h1")?.textContent === wanted, extension.settings));
        assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [language, direction]);
        if (process.env.PITH_SHOTS) await page.screenshot({ path: `${process.env.PITH_SHOTS}/${name}-${language}-options.png` });
        assert.equal(await driver.title(), extension.open);
        await page.close();
      });
    });
  }
}

describe("the language of the reader's words", () => {
  it("is the browser's, or the one that it is a kind of and is written like it", async () => {
    const { closest } = await load("extension/src/background/phrases.ts");
    const languages = ["de", "pt", "zh"];
    for (const [wanted, found] of Object.entries({ de: "de", "de-AT": "de", "pt-PT": "pt", "zh-CN": "zh", "zh-SG": "zh", "zh-TW": undefined, "zh-HK": undefined, den: undefined, nl: undefined })) {
      assert.equal(closest(wanted, languages), found, wanted);
    }
  });
});
