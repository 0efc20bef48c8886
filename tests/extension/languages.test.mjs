// The extension in browsers that speak other languages than English.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { openChromium, openFirefox, until } from "./support/drive.mjs";
import { paragraphs, servePages } from "./support/pages.mjs";
import { inReader, overlayShows } from "./support/reading.mjs";

const wordsOf = async (path) => JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), "utf8"));

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  for (const [language, direction] of [["de", "ltr"], ["pt-BR", "ltr"], ["ar", "rtl"]]) {
    describe(`the extension in ${name} that speaks ${language}`, { timeout: 120_000 }, () => {
      let driver, pages, reader, extension;
      before(async () => {
        const file = `${language.split("-")[0]}.json`;
        [reader, extension] = await Promise.all([wordsOf(`web/src/reader/locales/${file}`), wordsOf(`extension/locales/${file}`)]);
        pages = await servePages();
        driver = await open({ language });
      });
      after(() => Promise.all([driver?.close(), pages?.close()]));

      it("says it in the reader, whose side follows the words while the article keeps its own", async () => {
        const page = await driver.newPage();
        await page.goto(`${pages.address}/article`);
        await driver.press(page);
        await overlayShows(page, paragraphs[0]);
        const shown = await inReader(page, (view) => {
          const [close, appearance] = [...view.querySelectorAll(".tools button")].map((button) => button.getBoundingClientRect());
          return {
            lang: view.lang,
            direction: getComputedStyle(view).direction,
            name: view.querySelector("article").getAttribute("aria-label"),
            buttons: [...view.querySelectorAll(".tools button")].map((button) => button.title),
            article: getComputedStyle(view.querySelector("article p")).direction,
            closeAtLeft: close.left < appearance.left,
          };
        });
        assert.equal(shown.lang, language);
        assert.equal(shown.direction, direction);
        assert.equal(shown.name, reader.view);
        for (const key of ["appearance", "listen", "keep", "marks"]) assert.ok(shown.buttons.includes(reader[key]), `${key}: ${shown.buttons}`);
        assert.ok(shown.buttons.includes(extension.always), `${shown.buttons}`);
        assert.equal(shown.article, "ltr");
        assert.equal(shown.closeAtLeft, direction === "ltr");
        await page.close();
      });

      it("says it in the settings and at the button", async () => {
        const page = await driver.extensionPage("options.html");
        await until(() => page.evaluate((wanted) => document.querySelector("h1")?.textContent === wanted, extension.settings));
        assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [language, direction]);
        assert.equal(await driver.title(), extension.open);
        await page.close();
      });
    });
  }
}
