// Every way to open the reader, and every kind of page, in real browsers.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "node:test";
import { openChromium, openFirefox, until } from "./support/drive.mjs";
import { consent, fact, paragraphs, plainText, promotions, servePages, title } from "./support/pages.mjs";
import { inReader, overlayGone, overlayShows, overlayText, pageState, selectWords } from "./support/reading.mjs";

const closed = { Firefox: "nobody is let into its background" };

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  describe(`opening the reader in ${name}`, { timeout: 240_000 }, () => {
    let driver, site, page;
    before(async () => {
      site = await servePages();
      driver = await open({ allowed: "here" });
    });
    after(() => Promise.all([driver?.close(), site?.close()]));

    const onPage = (path, run) => async () => {
      page = await driver.newPage();
      try {
        await page.goto(path.includes(":") ? path : site.address + path);
        await run();
      } finally {
        await page.close();
      }
    };
    const placeOf = (selector) =>
      page.evaluate((wanted) => {
        const { x, y, width, height } = document.querySelector(wanted).getBoundingClientRect();
        return { x: x + Math.min(width / 2, 20), y: y + Math.min(height / 2, 10) };
      }, selector);
    const select = (selector) =>
      page.evaluate((wanted) => {
        const element = document.querySelector(wanted);
        element.scrollIntoView({ block: "center" });
        getSelection().selectAllChildren(element);
      }, selector);

    it("opens by the menu of a page", onPage("/article", async () => {
      await driver.choose(page, "page", { at: await placeOf("article p") });
      await overlayShows(page, paragraphs[0]);
    }));

    it("opens by the menu of a selection at what is selected", onPage("/article", async () => {
      await page.setViewport({ width: 800, height: 400 });
      await select("article > p:last-child");
      await driver.choose(page, "selection", { at: await placeOf("article > p:last-child") });
      await overlayShows(page, paragraphs[0]);
      const isInView = (view) => {
        const last = [...view.querySelectorAll(".body p")].at(-1);
        const { top, bottom } = last.getBoundingClientRect();
        return view.querySelector(".scroll").scrollTop > 0 && bottom > 0 && top < innerHeight && last.textContent;
      };
      assert.equal(await until(() => inReader(page, isInView)), paragraphs[4]);
    }));

    it("shows what is selected where the article does not have it, by shortcut", onPage("/article", async () => {
      await select("aside.sidebar");
      await driver.command(page, "read-selection");
      await overlayShows(page, promotions[1]);
      assert.ok(!(await overlayText(page)).includes(paragraphs[0]));
    }));

    it("shows what is selected in a frame of the same origin, and what in an open shadow root", onPage("/beside", async () => {
      const selectIn = (element) => page.evaluate(`{
        const place = ${element}.querySelector("div p");
        place.ownerDocument.defaultView.focus();
        place.ownerDocument.getSelection().selectAllChildren(place);
      }`);
      await selectIn(`document.querySelector("iframe").contentDocument`);
      await driver.command(page, "read-selection");
      await overlayShows(page, promotions[1]);
      assert.ok(!(await overlayText(page)).includes(paragraphs[0]));
      await driver.press(page);
      await overlayGone(page);
      await selectIn(`document.querySelector("boat-box").shadowRoot`);
      await driver.command(page, "read-selection");
      await overlayShows(page, promotions[0]);
      assert.ok(!(await overlayText(page)).includes(paragraphs[0]));
    }));

    it("shows an article that stands in the page's data only, and says so", onPage("/unseen", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[1]);
      await overlayShows(page, "it comes from the page’s data");
    }));

    it("opens the whole page by that shortcut where nothing is selected", onPage("/article", async () => {
      await driver.command(page, "read-selection");
      await overlayShows(page, paragraphs[0]);
    }));

    it("opens a link in a tab of its own", onPage("/article", async () => {
      const link = await page.evaluate(() => {
        const first = document.querySelector("nav a");
        first.href = "/strict";
        return first.href;
      });
      await driver.choose(page, "link", { at: await placeOf("nav a"), linkUrl: link });
      const opened = await until(async () => (await driver.browser.pages()).find((each) => each.url() === link));
      await overlayShows(opened, paragraphs[4]);
      await opened.close();
      assert.equal(await overlayText(page), null);
    }));

    it("says nothing of a link that leads to a site that the person did not allow, and opens there at a click", onPage("/article", async () => {
      const link = await page.evaluate(() => {
        const first = document.querySelector("nav a");
        first.href = "/moved";
        return first.href;
      });
      await driver.choose(page, "link", { at: await placeOf("nav a"), linkUrl: link });
      const opened = await until(async () => (await driver.browser.pages()).find((each) => each.url().startsWith("http://elsewhere.localhost")));
      try {
        await new Promise((resolve) => setTimeout(resolve, 2000)); // by then it would have been said
        await opened.bringToFront();
        assert.equal(await driver.badge(), "");
        assert.equal(await overlayText(opened), null);
        await driver.press(opened);
        await overlayShows(opened, paragraphs[4]);
      } finally {
        await opened.close();
      }
    }));

    it("reads what stands in closed shadow roots and in frames of the same origin", onPage("/shadow", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      const text = await overlayText(page);
      for (const paragraph of paragraphs) assert.ok(text.includes(paragraph), `missing: ${paragraph}`);
    }));

    it("reads plain text by its paragraphs, not by its lines", onPage("/plain.txt", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      assert.deepEqual(await inReader(page, (view) => [...view.querySelectorAll(".body p")].map(({ textContent }) => textContent).slice(-5)), paragraphs);
    }));

    it("reads all of a text file under its name, verse by its lines and code as it is", onPage("/verse%20and%20code.txt", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      const read = await inReader(page, (view) => ({
        title: view.querySelector("h1").textContent,
        blocks: [...view.querySelectorAll(".body > *, .body article > *")].filter(({ localName }) => /^(p|pre)$/.test(localName)).map(({ innerText }) => innerText),
        code: view.querySelector("pre").textContent,
      }));
      assert.equal(read.title, "verse and code.txt");
      assert.deepEqual(read.blocks.slice(0, 4), [paragraphs[0], "The ships go down the river,\nand turn, and then are gone.", ...promotions]);
      assert.equal(read.code.trimEnd(), "if (tide) {\n  wait();\n}");
    }));

    it("reads pages that are made of frames only", onPage("/frames", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[4]);
      await driver.press(page);
      await overlayGone(page);
    }));

    it("reads XHTML", onPage("/page.xhtml", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[4]);
      await driver.press(page);
      await overlayGone(page);
    }));

    for (const [file, content] of [
      ["story.html", `<!DOCTYPE html><title>${title}</title><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}`],
      ["story.txt", plainText],
      ["story.md", `# ${title}\n\n${paragraphs.join("\n\n")}\n`],
      ["story.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</body></html>`],
    ]) {
      it(`reads ${file} of this computer`, async () => {
        const folder = await mkdtemp(join(tmpdir(), "pith-file-"));
        try {
          await writeFile(join(folder, file), content);
          await onPage(pathToFileURL(join(folder, file)).href, async () => {
            await driver.press(page);
            await overlayShows(page, paragraphs[4]);
            assert.ok((await overlayText(page)).includes(paragraphs[0]));
          })();
        } finally {
          await rm(folder, { recursive: true });
        }
      });
    }

    it("shows an article that comes late in place of the word that there is none", onPage("/late", async () => {
      await driver.press(page);
      await overlayShows(page, "No article here");
      await page.evaluate(() => globalThis.arrive());
      await overlayShows(page, paragraphs[0]);
      assert.ok(!(await overlayText(page)).includes("No article here"));
    }));

    it("shows an article that comes late in a closed shadow root, of which the page's own tree tells nothing", onPage("/component", async () => {
      await driver.press(page);
      await overlayShows(page, "No article here");
      await page.evaluate(() => globalThis.attach("Loading"));
      await new Promise((resolve) => setTimeout(resolve, 2500)); // by then it has been met
      await page.evaluate(() => globalThis.arrive());
      await overlayShows(page, paragraphs[0]);
      assert.ok(!(await overlayText(page)).includes("No article here"));
    }));

    it("shows an article that comes late in a frame of the same origin", onPage("/component", async () => {
      await driver.press(page);
      await overlayShows(page, "No article here");
      await page.evaluate(() => globalThis.arriveInFrame());
      await overlayShows(page, paragraphs[0]);
    }));

    const more = `${paragraphs[1]} ${paragraphs[2]} So it went on into the autumn of that year, and after.`;

    it("takes in at once what the page has more, where nobody has begun to read", onPage("/growing", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[4]);
      await page.evaluate((text) => globalThis.grow(text), more);
      await overlayShows(page, more);
    }));

    it("offers what the page has more to one who reads, and keeps the place", onPage("/growing", async () => {
      await page.setViewport({ width: 700, height: 400 });
      await driver.press(page);
      await overlayShows(page, paragraphs[4]);
      const topOf = () => inReader(page, (view) => [...view.querySelectorAll(".body p")][2].getBoundingClientRect().top);
      await inReader(page, (view) => view.querySelectorAll(".body p")[2].scrollIntoView({ behavior: "instant" }));
      const before = await topOf();
      await page.evaluate((text) => globalThis.grow(text), more);
      await overlayShows(page, "The page has more now");
      assert.ok(!(await overlayText(page)).includes(more));
      await inReader(page, (view) => view.querySelector(".p-more").click());
      await overlayShows(page, more);
      assert.ok(Math.abs((await topOf()) - before) < 2, `${await topOf()} is not ${before}`);
      assert.equal(await inReader(page, (view) => view.querySelectorAll(".p-more").length), 0);
    }));

    /** Removes the first paragraph by hand; hands out what it said. */
    const removeBlock = async () => {
      await page.keyboard.press("j");
      const removed = await inReader(page, (view) => view.getRootNode().activeElement.innerText);
      await page.keyboard.press("Delete");
      await until(() => inReader(page, `(view) => !view.querySelector(".body").innerText.includes(${JSON.stringify(removed)})`));
      return removed;
    };
    const bodyText = () => inReader(page, (view) => view.querySelector(".body").innerText);
    const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

    it("offers what the page has more to one who has removed something, and keeps that removed", onPage("/growing", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[4]);
      const removed = await removeBlock();
      await page.evaluate((text) => globalThis.grow(text), more);
      await overlayShows(page, "The page has more now");
      const text = await bodyText();
      assert.ok(paragraphs.includes(removed) && !text.includes(removed) && !text.includes(more), text);
    }));

    it("stays where it is in a page that only tidies up its address", onPage("/growing?utm_source=letter", async () => {
      await page.setViewport({ width: 700, height: 400 });
      await driver.press(page);
      await overlayShows(page, paragraphs[4]);
      const removed = await removeBlock();
      const scrolled = () => inReader(page, (view) => view.querySelector(".scroll").scrollTop);
      await inReader(page, (view) => view.querySelectorAll(".body p")[2].scrollIntoView({ behavior: "instant" }));
      const before = await scrolled();
      await page.evaluate(() => {
        history.replaceState({}, "", "/growing");
        globalThis.grow("Soon.");
      });
      await pause(2000); // quiet, and time for the article
      assert.ok(before > 40);
      assert.equal(await scrolled(), before);
      assert.ok(!(await bodyText()).includes(removed));
      assert.equal(await inReader(page, (view) => view.querySelectorAll(".p-more").length), 0);
      await page.evaluate((text) => globalThis.grow(text), more);
      await overlayShows(page, "The page has more now");
    }));

    it("leaves a note alone that is being written while the page tidies up its address and counts in its title", onPage("/growing?utm_source=letter", async () => {
      await page.evaluate(() => document.querySelector("h1").remove());
      await driver.press(page);
      await overlayShows(page, paragraphs[4]);
      await selectWords(page, paragraphs[1].slice(0, 30));
      await page.keyboard.press("m");
      await until(() => inReader(page, (view) => view.getRootNode().activeElement?.localName === "textarea"));
      await page.keyboard.type("Slack");
      await page.evaluate(() => {
        history.replaceState({}, "", "/growing");
        document.title = `(3) ${document.title}`;
        globalThis.grow("Soon.");
      });
      await pause(2000); // quiet, and time for the article
      await page.keyboard.type(" water");
      assert.equal(await inReader(page, (view) => view.getRootNode().activeElement?.value), "Slack water");
    }));

    it("goes on to another part of the same story, which begins with the same words", onPage("/growing", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[4]);
      await page.evaluate((texts) => globalThis.turnPage(texts), [fact, consent]);
      await overlayShows(page, fact);
      assert.ok(!(await overlayText(page)).includes(paragraphs[4]));
    }));

    it("shows the article that comes in place of a longer text", onPage("/consent", async () => {
      await driver.press(page);
      await overlayShows(page, consent);
      await page.evaluate(() => globalThis.agree());
      await overlayShows(page, paragraphs[4]);
      assert.ok(!(await overlayText(page)).includes(consent));
    }));

    it("follows a page that becomes another without being loaded", onPage("/app", async () => {
      await page.evaluate(() => globalThis.goTo("/app/one", "The first story of the harbour"));
      await driver.press(page);
      await overlayShows(page, "The first story of the harbour");
      await page.evaluate(() => globalThis.goTo("/app/two", "The second story of the harbour"));
      await overlayShows(page, "The second story of the harbour");
      assert.ok(!(await overlayText(page)).includes("The first story"));
    }));

    const whereOpen = { skip: closed[name] };

    it("asks for the article once, whichever of its scripts runs first", whereOpen, onPage("/article", async () => {
      const asked = await driver.listen();
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await new Promise((resolve) => setTimeout(resolve, 1500)); // by then a page that has grown would have been read again
      assert.deepEqual((await asked()).filter((type) => type === "extract"), ["extract"]);
    }));

    const waiting = () => page.evaluate(() => {
      const dialog = document.querySelector("pith-reader")?.shadowRoot.querySelector("dialog");
      return dialog ? { seen: getComputedStyle(dialog).opacity, modal: dialog.matches(":modal"), text: dialog.textContent } : null;
    });
    const slowly = (path, run) => onPage(path, async () => {
      await page.evaluate(() => scrollTo(0, 300));
      const before = await pageState(page);
      await driver.slowDown(3000);
      try {
        await driver.press(page);
        await until(waiting);
        await run(before);
      } finally {
        await driver.slowDown(0);
      }
    });

    it("holds the page unseen while the article is waited for, and gives it back where that takes long", whereOpen, slowly("/article", async (before) => {
      assert.deepEqual(await waiting(), { seen: "0", modal: true, text: "" });
      await until(async () => (await waiting()) === null);
      assert.deepEqual(await pageState(page), before);
      await overlayShows(page, paragraphs[0]);
      assert.equal((await waiting()).seen, "1");
      await driver.press(page);
      await overlayGone(page);
      assert.deepEqual(await pageState(page), before);
    }));

    it("opens nothing where it is closed before the article is there", whereOpen, async () => {
      for (const close of [() => driver.press(page), () => page.keyboard.press("Escape")]) {
        await slowly("/article", async (before) => {
          await close();
          await overlayGone(page);
          await new Promise((resolve) => setTimeout(resolve, 3500)); // by then it would have come
          assert.deepEqual(await pageState(page), before);
        })();
      }
    });

    it("opens over a page that threw its cover away", whereOpen, slowly("/article", async () => {
      await page.evaluate(() => document.querySelector("pith-reader").remove());
      await overlayShows(page, paragraphs[0]);
      assert.equal((await waiting()).modal, true);
    }));

    it("is closed where the page throws it away, gives the page back, and opens again", onPage("/article", async () => {
      const overflow = () => page.evaluate(() => getComputedStyle(document.documentElement).overflowY);
      const throwAway = [
        () => document.querySelector("pith-reader").remove(),
        () => {
          const html = document.createElement("html");
          html.append(...document.querySelectorAll("head, body"));
          document.documentElement.replaceWith(html);
        },
      ];
      for (const act of throwAway) {
        await driver.press(page);
        await overlayShows(page, paragraphs[0]);
        await page.evaluate(act);
        assert.equal(await overflow(), "visible");
        await driver.press(page);
        await overlayShows(page, paragraphs[0]);
        await driver.press(page);
        await overlayGone(page);
      }
    }));

    it("is gone when the page is loaded anew, and opens again after going on and back", onPage("/article", async () => {
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await page.reload();
      assert.equal(await overlayText(page), null);
      await driver.press(page);
      await overlayShows(page, paragraphs[0]);
      await page.goto(`${site.address}/strict`);
      await page.evaluate(() => history.back()); // out of the browser's cache of whole pages no event comes that puppeteer waits for
      await until(() => page.evaluate(() => location.pathname === "/article" && document.readyState === "complete"));
      if ((await overlayText(page)) === null) await driver.press(page); // not out of that cache
      await overlayShows(page, paragraphs[0]);
      await driver.press(page);
      await overlayGone(page);
    }));
  });

  describe(`a link that the person does not allow, in ${name}`, { timeout: 60_000 }, () => {
    let driver, site;
    before(async () => {
      site = await servePages();
      driver = await open();
    });
    after(() => Promise.all([driver?.close(), site?.close()]));

    it("is not opened, and the page says why", async () => {
      const page = await driver.newPage();
      await page.goto(`${site.address}/article`);
      const before = (await driver.browser.pages()).length;
      await driver.press(page); // lets the extension into this page, where it will say so
      await overlayShows(page, paragraphs[0]);
      await driver.press(page);
      await overlayGone(page);
      const { x, y } = await page.evaluate(() => document.querySelector("nav a").getBoundingClientRect().toJSON());
      await driver.choose(page, "link", { at: { x: x + 5, y: y + 5 }, linkUrl: "http://elsewhere.example/" });
      await driver.refuse?.();
      await overlayShows(page, "The link was not opened");
      assert.equal((await driver.browser.pages()).length, before);
      await page.keyboard.press("Escape");
      await overlayGone(page);
    });
  });
}
