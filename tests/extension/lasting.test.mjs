// What a reader has done lasts: after the reader was closed and the page was loaded anew, in real browsers.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { openChromium, openFirefox, until } from "./support/drive.mjs";
import { fact, paragraphs, promotions, servePages } from "./support/pages.mjs";
import { bodyHas, clickButton, clickOn, inReader, overlayGone, overlayShows, overlayText, paintedWords, selectWords } from "./support/reading.mjs";
import { emptyStore, stored, withRights } from "./support/rights.mjs";

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  describe(`what lasts in ${name}`, { timeout: 240_000 }, () => {
    let driver, site, page;
    before(async () => {
      site = await servePages();
      driver = await open();
    });
    after(() => Promise.all([driver?.close(), site?.close()]));

    const openIn = async (tab) => {
      await tab.bringToFront();
      await driver.press(tab);
      await overlayShows(tab, paragraphs[0]);
    };
    /** With an empty store, and the reader open over the page. */
    const onPage = (path, run) => async () => {
      await emptyStore(driver);
      page = await driver.newPage();
      try {
        await page.goto(site.address + path);
        await openIn(page);
        await run();
      } finally {
        await page.close();
      }
    };
    const openAgain = async (tab = page) => {
      await tab.bringToFront();
      await driver.press(tab);
      await overlayGone(tab);
      await tab.reload();
      await openIn(tab);
    };
    /** A button of the ledger's entry with these words, clicked with the pointer. */
    const clickInLedger = (words, label) =>
      clickOn(page, `(view) => {
        const entry = [...view.querySelectorAll(".ledger li")].find((each) => each.innerText.includes(${JSON.stringify(words)}));
        return [...entry.querySelectorAll("button")].find((each) => each.textContent === ${JSON.stringify(label)});
      }`);

    it("keeps on every visit what the person always keeps", onPage("/article", async () => {
      assert.equal(await bodyHas(page, promotions[0]), false);
      await clickButton(page, "Left out of the article");
      await clickInLedger(promotions[0], "Always keep on this site");
      await overlayShows(page, "Rule added");
      await openAgain();
      assert.equal(await bodyHas(page, promotions[0]), true);
      for (const paragraph of paragraphs) assert.equal(await bodyHas(page, paragraph), true, paragraph);
      assert.equal(await bodyHas(page, promotions[1]), false);
    }));

    it("leaves out on every visit what the person removed by hand, always", onPage("/box", async () => {
      assert.equal(await bodyHas(page, fact), true);
      const isThere = `(view) => view.getRootNode().activeElement.innerText === ${JSON.stringify(fact)}`;
      for (let steps = 0; !(await inReader(page, isThere)); steps++) {
        assert.ok(steps < 10, "the keys lead to every block");
        await page.keyboard.press("j");
      }
      await page.keyboard.press("Delete");
      await until(async () => !(await bodyHas(page, fact)));
      await page.keyboard.press("l");
      await clickInLedger(fact, "Always remove on this site");
      await overlayShows(page, "Rule added");
      await openAgain();
      assert.equal(await bodyHas(page, fact), false);
      for (const paragraph of paragraphs) assert.equal(await bodyHas(page, paragraph), true, paragraph);
    }));

    const words = "the gulls sat on the customs shed";

    it("shows notes again", onPage("/article", async () => {
      await selectWords(page, words);
      await page.keyboard.press("m");
      await until(() => inReader(page, (view) => view.getRootNode().activeElement.localName === "textarea"));
      await page.keyboard.type("Facing north?");
      await openAgain();
      await until(async () => (await paintedWords(page, "pith-yellow")).join() === words);
      await clickButton(page, "Highlights and notes");
      assert.equal(await until(() => inReader(page, (view) => view.querySelector(".marks textarea").value)), "Facing north?");
    }));

    it("keeps a note that was being written when the page was left", onPage("/article", async () => {
      await selectWords(page, words);
      await page.keyboard.press("m");
      await until(() => inReader(page, (view) => view.getRootNode().activeElement.localName === "textarea"));
      await page.keyboard.type("Facing north?");
      await page.reload();
      await openIn(page);
      await clickButton(page, "Highlights and notes");
      assert.equal(await until(() => inReader(page, (view) => view.querySelector(".marks textarea").value)), "Facing north?");
    }));

    it("has the highlights of both tabs that one article was read in", onPage("/article", async () => {
      const others = "poured coffee from a dented flask";
      const beside = await driver.newPage();
      try {
        await beside.goto(`${site.address}/article`);
        await openIn(beside);
        for (const [tab, chosen] of [[page, words], [beside, others]]) {
          await tab.bringToFront();
          await selectWords(tab, chosen);
          await tab.keyboard.press("h");
          await until(async () => (await paintedWords(tab, "pith-yellow")).includes(chosen));
        }
        for (const tab of [page, beside]) {
          await openAgain(tab);
          await until(async () => (await paintedWords(tab, "pith-yellow")).sort().join() === [others, words].join());
        }
      } finally {
        await beside.close();
      }
    }));

    const theme = () => inReader(page, (view) => view.dataset.theme);

    it("stores a chosen setting where the browser carries it to the person's other computers", onPage("/article", async () => {
      await clickButton(page, "Appearance");
      await inReader(page, (view) => view.querySelector('input[value="sepia"]').click());
      await until(async () => (await stored(driver, "sync", "reader")).reader?.theme === "sepia");
      assert.deepEqual(await stored(driver, "local", "reader"), {});
    }));

    it("stores of the settings what was chosen in each of two tabs, and has each follow the other", onPage("/article", async () => {
      const beside = await driver.newPage();
      try {
        await beside.goto(`${site.address}/article`);
        await openIn(beside);
        await page.bringToFront();
        await clickButton(page, "Appearance");
        await inReader(page, (view) => view.querySelector('input[value="dark"]').click());
        await until(async () => (await stored(driver, "sync", "reader")).reader?.theme === "dark");
        await beside.bringToFront();
        await until(() => inReader(beside, (view) => view.dataset.theme === "dark"));
        await beside.keyboard.press("+");
        await until(async () => (await stored(driver, "sync", "reader")).reader.size !== undefined);
        assert.deepEqual((await stored(driver, "sync", "reader")).reader, { theme: "dark", size: 21 });
        await page.bringToFront();
        await until(() => inReader(page, (view) => getComputedStyle(view.querySelector(".body p")).fontSize === "21px"));
        assert.equal(await theme(), "dark");
      } finally {
        await beside.close();
      }
    }));

    it("shows no longer what was removed elsewhere, when one comes back to it", onPage("/article", async () => {
      await selectWords(page, words);
      await page.keyboard.press("h");
      await until(async () => (await marksByPage())[`${site.address}/article`]);
      const options = await driver.extensionPage("options.html");
      await until(() => options.evaluate(() => document.querySelector("#highlights .rows button") !== null));
      await options.click("#highlights .rows button");
      await until(async () => (await marksByPage())[`${site.address}/article`] === undefined);
      await options.close();
      await page.bringToFront();
      await until(async () => (await paintedWords(page, "pith-yellow")).length === 0);
    }));

    const marksByPage = async () => {
      const items = Object.entries(await stored(driver, "local", null)).filter(([key]) => key.startsWith("marks:"));
      return Object.fromEntries(items.map(([key, { marks }]) => [key.slice("marks:".length), marks.map(({ quote }) => quote.exact)]));
    };

    it("keeps the highlights of a page that came without being loaded for that page, whatever the one before said of itself", async () => {
      await emptyStore(driver);
      page = await driver.newPage();
      try {
        await page.goto(`${site.address}/app?story=one`);
        await page.evaluate(() => document.head.insertAdjacentHTML("beforeend", '<link rel="canonical" href="/app?story=one">'));
        await page.evaluate(() => globalThis.goTo("/app?story=two", "The second story of the harbour"));
        await openIn(page);
        await selectWords(page, words);
        await page.keyboard.press("h");
        await until(async () => Object.keys(await marksByPage()).length > 0);
        assert.deepEqual(await marksByPage(), { [`${site.address}/app?story=two`]: [words] });
        await driver.press(page);
        await overlayGone(page);
        await page.evaluate(() => globalThis.goTo("/app?story=one", "The first story of the harbour"));
        await openIn(page);
        await new Promise((resolve) => setTimeout(resolve, 500));
        assert.deepEqual(await paintedWords(page, "pith-yellow"), []);
      } finally {
        await page.close();
      }
    });

    it("says that the page has to be reloaded where the extension was updated under an open reader", { skip: name === "Firefox" && "it ends the scripts of what was updated" }, onPage("/article", async () => {
      // Now and then the browser leaves what it loads anew as it is; then what is highlighted is kept as ever.
      await until(async () => {
        await driver.reload();
        await page.bringToFront();
        await selectWords(page, words);
        await page.keyboard.press("h");
        return until(async () => (await overlayText(page)).includes("Reload the page"), 3_000);
      }, 45_000);
    }));

    it("keeps what is highlighted in a private window until its page is left, and on no disk", async () => {
      await emptyStore(driver);
      const { page: hidden, press, close } = await driver.openPrivately(`${site.address}/article`);
      try {
        const openHidden = async () => {
          await press();
          await overlayShows(hidden, paragraphs[0]);
        };
        await openHidden();
        await selectWords(hidden, words);
        await hidden.keyboard.press("h");
        await overlayShows(hidden, "Highlighted until you leave this page");
        await press();
        await overlayGone(hidden);
        await openHidden();
        await until(async () => (await paintedWords(hidden, "pith-yellow")).join() === words);
        await clickButton(hidden, "Left out of the article");
        assert.equal(await inReader(hidden, (view) => /Always/.test(view.innerText + view.querySelector(".tools").innerHTML)), false, "no rules, no sites");
        await clickButton(hidden, "Appearance");
        await inReader(hidden, (view) => view.querySelector('input[value="sepia"]').click());
        await until(async () => (await stored(driver, "sync", "reader")).reader?.theme === "sepia");
        assert.deepEqual(await stored(driver, "local", null), {});
      } finally {
        await close();
      }
    });

    it("reads with the settings that came from another computer", onPage("/article", async () => {
      assert.equal(await theme(), "auto");
      await withRights(driver, () => chrome.storage.sync.set({ reader: { theme: "dark", size: 26 } }));
      await openAgain();
      await until(async () => (await theme()) === "dark");
      assert.equal(await inReader(page, (view) => getComputedStyle(view.querySelector(".body p")).fontSize), "26px");
    }));
  });
}
