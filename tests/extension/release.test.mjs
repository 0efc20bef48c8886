import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openChromium, until } from "./support/drive.mjs";
import { servePages } from "./support/pages.mjs";

describe("the extension as it is released", { timeout: 60_000 }, () => {
  let driver;
  let site;
  before(async () => {
    site = await servePages();
    driver = await openChromium({ test: false });
  });
  after(async () => {
    await driver?.close();
    await site?.close();
  });

  it("opens and closes over a page that can't look in", async () => {
    const page = await driver.newPage();
    await page.goto(`${site.address}/article`);
    await driver.press(page);
    await until(() => page.evaluate(() => document.querySelector("pith-reader") !== null));
    assert.equal(await page.evaluate(() => document.querySelector("pith-reader").shadowRoot), null);
    assert.equal(await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2).localName), "pith-reader");
    await driver.press(page);
    await until(() => page.evaluate(() => document.querySelector("pith-reader") === null));
  });
});
