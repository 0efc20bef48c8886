// The demo page in real browsers, on top of the built package.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { buildDemo } from "../../web/demo/build.mjs";
import { serve } from "../reader/serve.mjs";
import { axeProblems } from "../support/axe.mjs";
import { launchChromium, launchFirefox } from "../support/browsers.mjs";

const packageFolder = fileURLToPath(new URL("../../dist/package/", import.meta.url));
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

const page1 = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>How to dry a wet map - Kelmouth Walker</title></head><body>
<nav><a href="/a">Walks</a> <a href="/b">Shop</a></nav>
<article><h1>How to dry a wet map</h1>
<p>Lay it flat on a towel that has seen better days, printed side up, and press it with the palm of the hand from the middle outwards, so that the water goes where the paper is widest.</p>
<p>Then wait. A map that is hurried with a hair dryer shrinks along one edge only, and from that day on every path on it leads a little to the left, which is <a href="/left">worse</a> than being wet.</p>
<p>When it is nearly dry, fold it the way that it was folded before, put it under the heaviest dictionary of the house and forget about it until the next walk, or the one after that.</p></article>
<footer>© Kelmouth Walker</footer></body></html>`;

for (const [name, launch] of Object.entries({ chromium: launchChromium, firefox: launchFirefox })) {
  describe(`demo page in ${name}`, () => {
    let browser, server, page, folder, errors;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "pith-demo-"));
      await buildDemo(join(folder, "demo"));
      await writeFile(join(folder, "latin.html"), Buffer.from(page1.replace("utf-8", "windows-1252").replaceAll("©", "\u00a9"), "latin1"));
      const answer = async (path) => {
        const file = path.startsWith("/pith/") ? join(packageFolder, path.slice(6)) : join(folder, "demo", path === "/" ? "index.html" : path);
        if (path === "/bookmarklet/pith.url.txt") return { body: "javascript:void('pith')", type: "text/plain" };
        const body = await readFile(file).catch(() => undefined);
        return body && { body, type: types[extname(file)] ?? "text/plain" };
      };
      [browser, server] = await Promise.all([launch(), serve(answer)]);
    });
    after(async () => {
      await Promise.all([browser?.close(), server?.close()]);
      await rm(folder, { recursive: true, force: true });
    });

    const open = async () => {
      await page?.close();
      page = await browser.browser.newPage();
      errors = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`${server.url}/`);
    };
    const inView = (selector) => page.evaluate((chosen) => document.querySelector("#output-reader > div")?.shadowRoot.querySelector(chosen)?.textContent, selector);
    const untilRead = () => page.waitForFunction(() => document.querySelector("#output-reader > div")?.shadowRoot.querySelector("h1"));
    // Through the clipboard and by keys: not every browser lets a script make a paste that carries something.
    const paste = async (data) => {
      await page.evaluate((given) => {
        const field = document.querySelector("#address");
        field.value = "something selected";
        field.select();
        field.focus();
        field.addEventListener("copy", (event) => {
          event.preventDefault();
          for (const [type, text] of Object.entries(given)) event.clipboardData.setData(type, text);
        }, { once: true });
      }, data);
      await press("c", "Copy");
      await page.evaluate(() => {
        document.querySelector("#address").value = "";
        document.querySelector("#source").focus();
      });
      await press("v", "Paste");
    };
    const drop = (...files) =>
      page.evaluate((given) => {
        const dataTransfer = new DataTransfer();
        for (const [name, type, content] of given) dataTransfer.items.add(new File([content], name, { type }));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }, files);
    const press = async (key, command) => {
      await page.keyboard.down("Control");
      await page.keyboard.press(key, { commands: [command] }); // headless Chromium has no key bindings
      await page.keyboard.up("Control");
    };

    it("shows the article of HTML that is pasted, and its outputs in tabs", async () => {
      await open();
      await paste({ "text/plain": page1 });
      await untilRead();
      assert.equal(await inView("h1"), "How to dry a wet map");
      assert.match(await inView(".body"), /the water goes where the paper is widest/);
      const outputs = {};
      for (const tab of ["markdown", "text", "html", "json"]) {
        await page.click(`#tab-${tab}`);
        outputs[tab] = await page.$eval(`#output-${tab}`, (panel) => (panel.checkVisibility() ? panel.textContent : "not shown"));
      }
      assert.match(outputs.markdown, /^# How to dry a wet map\n/);
      assert.match(outputs.text, /^Lay it flat/);
      assert.match(outputs.html, /^<article/);
      assert.equal(JSON.parse(outputs.json).title, "How to dry a wet map");
      assert.deepEqual(errors, []);
    });

    it("has nothing for axe to find, before an article is shown and with each of its outputs", async () => {
      await open();
      assert.deepEqual(await axeProblems(page), [], "empty");
      await paste({ "text/plain": page1 });
      await untilRead();
      for (const tab of ["reader", "markdown", "text", "html", "json"]) {
        await page.click(`#tab-${tab}`);
        assert.deepEqual(await axeProblems(page), [], tab);
      }
    });

    it("reads what was typed when asked to, and closes the view again", async () => {
      await open();
      await page.$eval("#source", (box, html) => (box.value = html), page1);
      await page.click("#form button[type=submit]");
      await untilRead();
      await page.evaluate(() => document.querySelector("#output-reader > div").shadowRoot.querySelector("button[aria-label=Close]").click());
      assert.equal(await page.$eval("#result", (result) => result.hidden), true);
      assert.equal(await page.evaluate(() => document.activeElement.id), "source");
    });

    it("takes the markup of a copied passage where the text is not markup itself", async () => {
      await open();
      await paste({ "text/plain": "How to dry a wet map", "text/html": page1 });
      await untilRead();
      assert.match(await inView(".body"), /heaviest dictionary/);
    });

    it("reads a file in its own encoding", async () => {
      await open();
      const input = await page.$("#file");
      await input.uploadFile(join(folder, "latin.html"));
      await untilRead();
      assert.equal(await inView("h1"), "How to dry a wet map");
      assert.match(await page.$eval("#facts", (facts) => facts.textContent), /^latin\.html · \d+ words/);
    });

    it("reads a file that is dropped", async () => {
      await open();
      await drop(["map.html", "text/html", page1]);
      await untilRead();
      assert.equal(await inView("h1"), "How to dry a wet map");
    });

    it("keeps the lines of plain text, read at once and read again, pasted and dropped without a media type", async () => {
      const text = ["The boats came in one after another, and the people on the quay counted them aloud.", "Nobody said a word about the missing one until the lamps were lit.", "In the morning it lay at its buoy as if nothing had happened."].join("\n\n");
      const paragraphs = () => page.evaluate(() => document.querySelector("#output-reader > div")?.shadowRoot.querySelectorAll(".body p").length);
      await open();
      await paste({ "text/plain": text });
      await untilRead();
      assert.equal(await paragraphs(), 3);
      await page.$eval("#source", (box) => (box.value += " The harbour master wrote it down."));
      await page.click("#form button[type=submit]");
      await page.waitForFunction(() => document.querySelector("#output-reader > div")?.shadowRoot.textContent.includes("harbour master"));
      assert.equal(await paragraphs(), 3);
      await open();
      await drop(["harbour.md", "", text]);
      await untilRead();
      assert.equal(await paragraphs(), 3);
    });

    it("takes an address for one, and says that it fetches nothing", async () => {
      await open();
      await paste({ "text/plain": "https://harbour.example/ferry", "text/html": '<a href="https://harbour.example/ferry">The ferry</a>' });
      await page.waitForFunction(() => /fetches nothing/.test(document.querySelector("#message").textContent));
      assert.equal(await page.$eval("#address", ({ value }) => value), "https://harbour.example/ferry");
      assert.equal(await page.$eval("#result", ({ hidden }) => hidden), true);
    });

    it("says which of several files it has read", async () => {
      await open();
      await drop(["map.html", "text/html", page1], ["other.html", "text/html", "<p>Another"]);
      await untilRead();
      await page.waitForFunction(() => document.querySelector("#message").textContent === "Only map.html was read: one page at a time.");
    });

    it("keeps the sample's address for the sample", async () => {
      const addressIs = () => page.$eval("#address", ({ value }) => value);
      for (const replace of [() => drop(["map.html", "text/html", page1]), () => page.keyboard.press("Backspace")]) {
        await open();
        await page.click("#sample");
        await untilRead();
        assert.match(await addressIs(), /sample\.html$/);
        await page.$eval("#source", (box) => (box.focus(), box.select()));
        await replace();
        await page.waitForFunction(() => document.querySelector("#source").value === "");
        assert.equal(await addressIs(), "");
      }
    });

    it("keeps the reader's settings for the next visit", async () => {
      for (const visit of ["first", "second"]) {
        await open();
        await paste({ "text/plain": page1 });
        await untilRead();
        const theme = await page.evaluate(() => {
          const root = document.querySelector("#output-reader > div").shadowRoot;
          const before = root.querySelector(".pith").dataset.theme;
          root.querySelector("[aria-label=Appearance]").click();
          root.querySelector("input[value=sepia]").click();
          return before;
        });
        assert.equal(theme, visit === "first" ? "auto" : "sepia");
      }
    });

    it("shows the reader in the visitor's language, or in another that is chosen", async () => {
      await open();
      await page.click("#sample");
      await untilRead();
      assert.equal(await page.$eval("#language", ({ value }) => value), "en");
      assert.deepEqual(await page.$$eval("#language option", (options) => options.map(({ label }) => label)), ["العربية", "Deutsch", "English", "español", "français", "हिन्दी", "日本語", "português", "русский", "中文"]);
      await page.select("#language", "ar");
      await page.waitForFunction(() => document.querySelector("#output-reader > div")?.shadowRoot.querySelector(".pith").dir === "rtl");
      assert.equal(await inView("h1"), "The ferry that waits for the last bus");
      assert.equal(await page.evaluate(() => document.querySelector("#output-reader > div").shadowRoot.querySelector("article").lang), "en");
      assert.deepEqual(errors, []);
    });

    it("shows the sample page, offers the bookmarklet and tells how to load the extension", async () => {
      await open();
      await page.click("#sample");
      await untilRead();
      assert.equal(await inView("h1"), "The ferry that waits for the last bus");
      await page.waitForFunction(() => document.querySelector("#bookmarklet").href.startsWith("javascript:"));
      assert.match(await page.$eval("main", (main) => main.textContent), /dist\/extension\/chromium[\s\S]*dist\/extension\/firefox/);
    });
  });
}
