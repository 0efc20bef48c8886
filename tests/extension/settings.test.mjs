// What the extension remembers and may do by itself: its settings page and its store, in real browsers.

import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { axeProblems } from "../support/axe.mjs";
import { openChromium, openFirefox, savedFile, until } from "./support/drive.mjs";
import { consent, fact, paragraphs, servePages } from "./support/pages.mjs";
import { inReader, overlayGone, overlayShows, overlayText } from "./support/reading.mjs";
import { emptyStore, stored as storedIn, withRights as inExtension } from "./support/rights.mjs";

const site = "127.0.0.1";
const mark = {
  id: "m1", quote: { exact: "left when Maren Tolvik thought the water looked right", prefix: "island ", suffix: ", and" }, position: { start: 90, end: 143 },
  colour: "yellow", note: "1. Slack *water* &lt;", created: "2026-11-24T10:00:00.000Z",
};
const everything = {
  pith: "backup", version: 1, settings: { theme: "sepia", size: 24 }, sites: [site],
  rules: { [site]: [{ verdict: "remove", selector: "div.harbour-facts" }] },
  highlights: { "https://harbour.example/ferry": { title: "The ferry", marks: [mark] } },
};

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  describe(`what the extension remembers in ${name}`, { timeout: 240_000 }, () => {
    let driver, pages, page, folder;
    before(async () => {
      pages = await servePages();
      folder = await mkdtemp(join(tmpdir(), "pith-files-"));
      driver = await open({ allowed: "here", downloads: folder });
    });
    after(() => Promise.all([driver?.close(), pages?.close(), rm(folder, { recursive: true })]));

    /** Each test starts with an empty store, and with a page of the extension or of the web. */
    const on = (path, run) => async () => {
      await emptyStore(driver);
      page = path.startsWith("/") ? await driver.newPage() : await driver.extensionPage(path);
      try {
        if (path.startsWith("/")) await page.goto(pages.address + path);
        await run();
      } finally {
        await page.close();
      }
    };
    const withRights = (run, given) => inExtension(driver, run, given);
    const stored = (keys) => storedIn(driver, "local", keys);
    const store = (items) => withRights((given) => chrome.storage.local.set(given), items);
    const shown = (selector) => page.evaluate((wanted) => document.querySelector(wanted).innerText, selector);
    const bringBack = async (text) => {
      const file = join(folder, "back.json");
      await writeFile(file, text);
      await (await page.$("#file")).uploadFile(file);
    };
    const fileNamed = (pattern) => savedFile(folder, pattern, String);

    /** On the settings page. */
    const openAlways = async (of) => {
      await of.focus("#site");
      await of.keyboard.type(site);
      await of.keyboard.press("Enter");
      await until(() => of.evaluate((wanted) => document.querySelector("#sites").innerText.includes(wanted), site));
    };

    it("opens the articles of a site by themselves once the person wants it, and no longer when they don't", on("options.html", async () => {
      await openAlways(page);
      const tab = await driver.newPage();
      await tab.goto(`${pages.address}/article`);
      await overlayShows(tab, paragraphs[0]);
      await driver.press(tab);
      await overlayGone(tab);
      await tab.goto(`${pages.address}/strict`);
      await overlayShows(tab, paragraphs[0]);
      await tab.goto(`${pages.address}/empty`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal(await overlayText(tab), null, "nothing is shown where there is no article");

      await page.bringToFront();
      await page.click("#sites button");
      await until(async () => (await shown("#sites")) === "");
      await tab.goto(`${pages.address}/article`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal(await overlayText(tab), null);
      await tab.close();
    }));

    it("leaves an article closed whose page tidies up its address, and opens the next one", on("options.html", async () => {
      await openAlways(page);
      const tab = await driver.newPage();
      await tab.goto(`${pages.address}/app`);
      await tab.evaluate(() => globalThis.goTo("/app/one", "The first story of the harbour"));
      await overlayShows(tab, "The first story of the harbour");
      await driver.press(tab);
      await overlayGone(tab);
      await tab.evaluate(() => {
        history.replaceState({}, "", "/app/one?read");
        document.title = "(1) The harbour";
      });
      await new Promise((resolve) => setTimeout(resolve, 2500)); // by then it would have opened
      assert.equal(await overlayText(tab), null);
      await tab.evaluate((texts) => {
        globalThis.goTo("/app/two", "The second story of the harbour");
        document.querySelectorAll("article > p:not(.byline)").forEach((p, place) => (p.textContent = texts[place % texts.length]));
      }, [fact, consent]);
      await overlayShows(tab, "The second story of the harbour");
      await tab.close();
    }));

    it("leaves a tab alone that has gone elsewhere meanwhile", { skip: name === "Firefox" && "nobody is let into its background to make it slow" }, on("/empty", async () => {
      const options = await driver.extensionPage("options.html");
      await openAlways(options);
      await options.close();
      await page.bringToFront();
      await driver.slowDown(1500);
      try {
        await page.goto(`${pages.address}/article`);
        await driver.goToForbidden(page);
        await new Promise((resolve) => setTimeout(resolve, 3000)); // by then the page would have been told to open
        assert.equal(await driver.badge(), "");
        await page.goto(`${pages.address}/article`);
        await page.goto(`${pages.address}/`);
        await new Promise((resolve) => setTimeout(resolve, 3000));
        assert.equal(await overlayText(page), null);
        await page.goto(`${pages.address}/article?utm_source=letter`);
        await page.evaluate(() => history.replaceState({}, "", "/article")); // the same page all the same
        await overlayShows(page, paragraphs[0]);
      } finally {
        await driver.slowDown(0);
      }
    }));

    it("opens such a site's pages that come without being loaded, and not again where it was closed", on("/app", async () => {
      const options = await driver.extensionPage("options.html");
      await openAlways(options);
      await options.close();
      await page.reload();
      await page.evaluate(() => globalThis.goTo("/app/one", "The first story of the harbour"));
      await overlayShows(page, "The first story of the harbour");
      await driver.press(page);
      await overlayGone(page);
      await page.evaluate((text) => document.querySelector("article").append(text), paragraphs.join(" "));
      await new Promise((resolve) => setTimeout(resolve, 2000));
      assert.equal(await overlayText(page), null);
      await page.evaluate(() => globalThis.goTo("/app/two", "The second story of the harbour"));
      await overlayShows(page, "The second story of the harbour");
    }));

    it("turns that on from the menu of the button, and off in the reader", on("/article", async () => {
      await driver.choose(page, "always");
      await overlayShows(page, paragraphs[0]);
      assert.deepEqual((await stored("sites")).sites, [site]);
      const press = () => inReader(page, (view) => view.querySelector('[aria-label="Always open this site in Pith"]').click());
      const pressed = () => inReader(page, (view) => view.querySelector('[aria-label="Always open this site in Pith"]').getAttribute("aria-pressed"));
      assert.equal(await pressed(), "true");
      await press();
      await until(async () => (await pressed()) === "false");
      assert.deepEqual((await stored("sites")).sites, []);
      await press();
      await until(async () => (await pressed()) === "true");
    }));

    it("heeds the rules of the site, and tells of one that it does not understand", on("/box", async () => {
      await driver.press(page);
      await overlayShows(page, fact);
      assert.ok(await inReader(page, (view) => view.querySelector(".body").textContent.includes("The sound is four miles")));
      await driver.press(page);
      await overlayGone(page);
      await store({ [`rules:${site}`]: [{ verdict: "remove", selector: "div.harbour-facts" }, { verdict: "keep", selector: "p >" }, 7, { verdict: "x" }] });
      await driver.press(page);
      await overlayShows(page, "Pith does not understand a rule of this site and left it out: p >");
      assert.ok(!(await inReader(page, (view) => view.querySelector(".body").textContent.includes("The sound is four miles"))));
    }));

    it("makes a rule of what was left out, by a selector of the page, and unmakes it", on("/article", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      const click = (label) => inReader(page, `(view) => { const found = [...view.querySelectorAll("button")].find((each) => each.textContent === ${JSON.stringify(label)}); found?.click(); return found !== undefined; }`);
      await inReader(page, (view) => view.querySelector('[aria-label="Left out of the article"]').click());
      await until(() => click("Always keep on this site"));
      const rules = await until(async () => (await stored(`rules:${site}`))[`rules:${site}`]);
      assert.equal(rules.length, 1);
      assert.equal(rules[0].verdict, "keep");
      assert.ok(await page.evaluate((selector) => document.querySelectorAll(selector).length > 0, rules[0].selector), rules[0].selector);
      await until(() => click("Undo"));
      await until(async () => (await stored(`rules:${site}`))[`rules:${site}`] === undefined);
    }));

    it("keeps highlights of the page and shows them on the settings page, from where they go as Markdown", on("options.html", async () => {
      await store({ "marks:https://harbour.example/ferry": { title: "The ferry", marks: [mark, { id: 5 }, null] }, "marks:https://harbour.example/none": "broken" });
      await until(async () => (await shown("#highlights")).includes("The ferry"));
      assert.match(await shown("#highlights"), /Highlights: 1/);
      await page.click("#save-markdown");
      assert.equal(
        await fileNamed(/highlights.*\.md$/),
        "## The ferry\n\n<https://harbour.example/ferry>\n\n> left when Maren Tolvik thought the water looked right\n\n1\\. Slack \\*water\\* \\&lt;\n",
      );
      const ferry = async () => (await stored("marks:https://harbour.example/ferry"))["marks:https://harbour.example/ferry"];
      await page.click("#highlights .rows button");
      await until(async () => (await shown("#highlights .rows")).includes("removed"));
      assert.equal(await ferry(), undefined);
      assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "Undo: The ferry", "where the button was");
      await page.keyboard.press("Enter");
      await until(async () => (await shown("#highlights .rows")).includes("Highlights: 1"));
      assert.deepEqual(await ferry(), { title: "The ferry", marks: [mark] });
      await page.click("#highlights .rows button");
      await until(async () => (await shown("#highlights .rows")).includes("removed"));
      await page.close();
      page = await driver.extensionPage("options.html");
      await until(async () => (await shown("#highlights .none")) !== "");
      assert.equal(await ferry(), undefined);
    }));

    it("saves files over a page that forbids almost everything, with the pictures that the person lets it have", on("/pictured", async () => {
      const save = async (kind) => {
        for (const file of await readdir(folder)) await rm(join(folder, file), { force: true }); // one browser writes over a file of the same name, the other beside it
        await driver.press(page);
        await overlayShows(page, paragraphs[0]);
        await inReader(page, (view) => view.querySelector('[aria-label="Keep"]').click());
        await until(() => inReader(page, `(view) => { const found = [...view.querySelectorAll(".panel button")].find((each) => each.textContent.startsWith(${JSON.stringify(kind)})); found?.click(); return found !== undefined; }`));
        await overlayShows(page, "Saved as");
        const text = await fileNamed(/\.(md|html)$/);
        await driver.press(page);
        await overlayGone(page);
        return text;
      };
      assert.ok((await save("Save as Markdown")).includes(paragraphs[4]));
      const html = await save("Save as web page");
      assert.ok(html.includes(paragraphs[4]));
      assert.equal(html.match(/src="data:image\/png/g)?.length, 1);
      const options = await driver.extensionPage("options.html");
      if (name === "Firefox") await options.click("#pictures");
      else await store({ pictures: true }); // its question for all sites can't be answered; these are allowed
      await until(async () => (await stored("pictures")).pictures === true);
      await options.close();
      await page.bringToFront();
      assert.equal((await save("Save as web page")).match(/src="data:image\/png/g)?.length, 2);
      if (name === "Firefox") await withRights(() => chrome.permissions.remove({ origins: ["*://*/*"] }));
    }));

    it("brings a file back, adds it to what is there, and gives it out again", on("options.html", async () => {
      await store({ sites: ["b.example"], [`rules:${site}`]: [{ verdict: "keep", selector: "p.lead" }] });
      await bringBack(JSON.stringify(everything));
      await until(async () => (await shown('[data-of="backup"]')) === "Brought back. Sites: 1, rules: 1, highlights: 1.");
      assert.ok((await shown("#rules")).includes("div.harbour-facts"));
      assert.ok((await shown("#rules")).includes("p.lead"));
      await page.click("#export");
      const given = JSON.parse(await fileNamed(/^pith-\d{4}-\d\d-\d\d\.json$/));
      assert.deepEqual(given, { ...everything, sites: [site, "b.example"], rules: { [site]: [{ verdict: "keep", selector: "p.lead" }, ...everything.rules[site]] } });
    }));

    it("changes nothing where a file is wrong, and says what and where", on("options.html", async () => {
      for (const [text, ...told] of [
        ["{", "It is no JSON file."],
        [`{"a":1}`, "It is no file that Pith saved."],
        [JSON.stringify({ ...everything, version: 2 }), "version", "It was saved by a newer Pith."],
        [
          JSON.stringify({ ...everything, extra: 1, settings: { theme: "pink", size: 24 }, sites: ["a b"], rules: { "x.example": [{ verdict: "keep", selector: "p" }, { verdict: "burn" }] } }),
          "extra", "settings.theme", "sites[0]", 'rules["x.example"][1]',
        ],
      ]) {
        await bringBack(text);
        for (const each of told) await until(async () => (await shown('[data-of="backup"]')).includes(each));
      }
      assert.deepEqual(await stored(null), {});
    }));

    it("brings back nothing where there is no room for all", { skip: name === "Firefox" && "its store has no quota of its own" }, on("options.html", async () => {
      await withRights(async () => {
        const free = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse(null));
        await chrome.storage.local.set({ filler: "x".repeat(free - 100) });
      });
      await bringBack(JSON.stringify(everything));
      await until(async () => (await shown('[data-of="backup"]')).startsWith("Nothing was changed"));
      assert.deepEqual(Object.keys(await stored(null)), ["filler"]);
    }));

    it("asks for the site that the reader's button leads here with", on("options.html#always=harbour.example", async () => {
      assert.equal(await shown("#question p"), "Always open harbour.example in Pith?");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Allow");
    }));

    it("shows sites that were taken back, and refuses what is none", on("options.html", async () => {
      await store({ sites: ["harbour.example", "<b>", 7] });
      await until(async () => /harbour\.example · not allowed any more/.test(await shown("#sites")));
      await page.focus("#site");
      await page.keyboard.type("not a site");
      await page.keyboard.press("Enter");
      await until(async () => (await shown('[data-of="site"]')).startsWith("That is not a site"));
    }));

    for (const scheme of ["light", "dark"]) {
      for (const path of ["options.html#always=harbour.example", "welcome.html", "refused.html"]) {
        it(`has nothing for axe to find in ${path.replace(/#.*/, "")}, ${scheme}`, on(path, async () => {
          await driver.setScheme(page, scheme);
          if (path.startsWith("options")) {
            await store({ sites: [site, "harbour.example"], [`rules:${site}`]: everything.rules[site], "marks:https://harbour.example/ferry": { title: "The ferry", marks: [mark] } });
            await until(async () => (await shown("#rules")).includes("div.harbour-facts"));
          }
          assert.equal(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), scheme === "dark");
          assert.deepEqual(await axeProblems(page), []);
        }));
      }
    }
  });
}
