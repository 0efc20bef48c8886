// What the extension does outside of pages, in real browsers: its first page, its button, its shortcut.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { openChromium, openFirefox, until } from "./support/drive.mjs";
import { paragraphs, servePages } from "./support/pages.mjs";
import { overlayGone, overlayShows, overlayText } from "./support/reading.mjs";
import { stored, withRights } from "./support/rights.mjs";

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  describe(`the extension beside its pages in ${name}`, { timeout: 120_000 }, () => {
    let driver, site, page;
    before(async () => {
      site = await servePages();
      driver = await open({ allowed: "everywhere" });
    });
    after(() => Promise.all([driver?.close(), site?.close()]));

    const onPage = (path, run) => async () => {
      page = path.startsWith("/") ? await driver.newPage() : await driver.extensionPage(path);
      try {
        if (path.startsWith("/")) await page.goto(site.address + path);
        await run();
      } finally {
        await page.close();
      }
    };

    it("opens at its shortcut, and closes at it", { skip: name === "Chromium" && "what a test types goes to the page and never to the browser" }, onPage("/article", async () => {
      await driver.pressShortcut(page);
      await overlayShows(page, paragraphs[0]);
      await driver.pressShortcut(page);
      await overlayGone(page);
    }));

    it("opens at the button when the browser has ended its background", onPage("/article", async () => {
      await driver.endBackground();
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
    }));

    it("says on its first page how it is opened, and leads to its settings", onPage("welcome.html", async () => {
      assert.equal(await page.evaluate(() => document.title), "Pith is ready");
      assert.equal(await page.evaluate(() => document.querySelector("h1").innerText), "Pith is ready");
      await until(() => page.evaluate(() => document.querySelector("#keys").innerText === "Or press Alt+R"));
      await page.evaluate(() => document.querySelector("a.button").click());
      await until(() => page.evaluate(() => /\/options\.html$/.test(location.href) && document.querySelector("#site") !== null));
    }));

    it("tells at the button which pages have an article, where the person wants that", onPage("options.html", async () => {
      await page.click("#probe");
      await until(async () => (await stored(driver, "local", "probe")).probe === true);
      const tab = await driver.newPage();
      await tab.goto(`${site.address}/article`);
      await until(async () => (await driver.title()) === "Read this article with Pith");
      if (name === "Firefox") assert.match(await driver.icon(), /readable-/); // Chromium tells nobody its icon
      assert.equal(await overlayText(tab), null);
      await tab.goto(`${site.address}/empty`);
      await until(async () => (await driver.title()) === "Read this page with Pith");
      await tab.close();
      await page.bringToFront();
      await page.click("#probe");
      if (name === "Chromium") await until(async () => (await stored(driver, "local", "probe")).probe === false); // the right is one of the manifest, so that it can't be given back
      else await until(async () => !(await withRights(driver, () => chrome.permissions.contains({ origins: ["*://*/*"] }))));
    }));

    it("shows its first page once, and not again where it is loaded anew", async () => {
      const shown = () => withRights(driver, async () => (await chrome.tabs.query({})).filter(({ url }) => url === chrome.runtime.getURL("welcome.html")).length);
      assert.equal(await shown(), 0, "the driver has seen it, and closed it");
      await driver.reload();
      await until(() => withRights(driver, async () => (await chrome.runtime.sendMessage({})).reason === "bad-message")); // it is awake
      await new Promise((resolve) => setTimeout(resolve, 1000)); // by then it would have come
      assert.equal(await shown(), 0);
    });
  });
}
