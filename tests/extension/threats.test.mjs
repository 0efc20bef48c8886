// The extension among pages, stores and backgrounds that are not as they should be: docs/security.md says what each test is for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { openChromium, openFirefox, until } from "./support/drive.mjs";
import { paragraphs, servePages } from "./support/pages.mjs";
import { inClosedRoot, inContentScripts } from "./support/rights.mjs";

const stubs = await readFile(new URL("../reader/stubs.js", import.meta.url), "utf8");
const browsers = { Chromium: openChromium, Firefox: openFirefox };

/** Strings, not functions: what puppeteer makes of a function calls what these pages watch. Past the document's own members. */
const reader = `Document.prototype.querySelector.call(document, "pith-reader")`;
const onTop = `Document.prototype.elementFromPoint.call(document, innerWidth / 2, innerHeight / 2)?.localName === "pith-reader"`;

const namesIn = (list) => `(() => { let names = ""; for (let at = 0; at < ${list}.length; at++) names += (${list}[at].localName ?? ${list}[at]) + " "; return names; })()`;

/** Runs a test with a page of its own. */
async function withPage(driver, address, run) {
  const page = await driver.newPage();
  try {
    await page.goto(address);
    await run(page);
  } finally {
    await page.close();
  }
}

for (const [name, open] of Object.entries(browsers)) {
  describe(`the extension as it is released, in ${name}`, { timeout: 120_000 }, () => {
    let driver, site;
    before(async () => {
      site = await servePages();
      driver = await open({ test: false });
    });
    after(() => Promise.all([driver?.close(), site?.close()]));

    it("is out of reach of the page's scripts, whatever they have changed, and of elements that they define in its name", () =>
      withPage(driver, `${site.address}/spying`, async (page) => {
        await page.evaluate("paths.length = spied.length = 0");
        await driver.press(page);
        await until(() => page.evaluate(onTop));
        assert.equal(await page.evaluate(namesIn("spied")), "");
        assert.equal(await page.evaluate(`${reader}.shadowRoot`), null);
        assert.equal(await page.evaluate("globalThis.caught ? caught.shadowRoot : null"), null);
        assert.equal(await page.evaluate("globalThis.forged ?? null"), null);
        assert.equal(await page.evaluate(`${reader}.getHTML({ serializableShadowRoots: true })`), "");
        await page.mouse.click(300, 300);
        await page.keyboard.press("j");
        const targets = await page.evaluate(namesIn("paths"));
        assert.match(targets, /^(pith-reader )+$/);
        assert.equal(await page.evaluate("document.adoptedStyleSheets.length <= 1"), true);
      }));

    it("keeps what it paints from the page's scripts: highlights, the sentence that is read, the colours of code", () =>
      withPage(driver, `${site.address}/program`, async (page) => {
        const isOpen = () => page.evaluate(onTop);
        await driver.press(page); // lets the test in
        await until(isOpen);
        await driver.press(page);
        await until(async () => !(await isOpen()));
        await inContentScripts(driver, page, `() => { const EventTarget = Object; ${stubs};
          Object.defineProperty(globalThis, "speechSynthesis", { value: new StubSpeech(), configurable: true });
        }`);
        await page.evaluate(`globalThis.seen = new Set();
          (function look() {
            for (const [name, highlight] of CSS.highlights) {
              seen.add(name);
              for (const { startContainer } of highlight) seen.add(String(startContainer.getRootNode())).add(startContainer.data);
            }
            requestAnimationFrame(look);
          })()`);
        await driver.press(page);
        await until(isOpen);
        const spoken = await inClosedRoot(driver, page, (root) => {
          const text = root.querySelectorAll(".body p")[1].firstChild;
          getSelection().setBaseAndExtent(text, 4, text, 40);
          return text.data;
        });
        await page.keyboard.press("h");
        await inClosedRoot(driver, page, (root) => {
          root.querySelector("[aria-label=Listen]").click();
          root.querySelector("pre").scrollIntoView({ behavior: "instant" });
        });
        const painted = (root) => ["pith-yellow", "pith-sentence", "pith-code-keyword"].map((name) => root.querySelector(`.${name}`)?.textContent ?? null);
        await until(() => inClosedRoot(driver, page, (root) => root.querySelector(".player-place").hidden === false && root.querySelector(".selection-menu").hidden));
        const [marked, sentence, keyword] = await until(async () => ((found) => found.every((each) => each !== null) && found)(await inClosedRoot(driver, page, painted)));
        assert.deepEqual([marked, keyword, paragraphs.some((each) => each.includes(sentence))], [spoken.slice(4, 40), "def", true]);
        assert.deepEqual(await page.evaluate("[...seen]"), []);
        assert.equal(await page.evaluate("CSS.highlights.size"), 0);
        // Nor does it come by these elements in any other way.
        const { x, y } = await inClosedRoot(driver, page, (root) => root.querySelector(".pith-code-keyword").getBoundingClientRect().toJSON());
        assert.equal(await page.evaluate(`document.elementsFromPoint(${x + 1}, ${y + 1}).map(({ localName }) => localName).join()`), "pith-reader,html");
        assert.deepEqual(await page.evaluate(`((place) => place && place.offsetNode.getRootNode() !== document)(document.caretPositionFromPoint(${x + 1}, ${y + 1}))`) ?? false, false);
        assert.deepEqual(await page.evaluate(`[document.querySelectorAll("[class*=pith-], .painted").length, String(getSelection())]`), [0, ""]);
      }));

    it("gives the page nothing to talk to", () =>
      withPage(driver, `${site.address}/article`, async (page) => {
        const reached = await page.evaluate(`typeof globalThis.browser === "undefined" && typeof globalThis.chrome?.runtime?.sendMessage === "undefined" && typeof globalThis.chrome?.storage === "undefined"`);
        assert.equal(reached, true);
        await page.evaluate(`for (const type of ["extract", "unreadable", "article", "failed", "open-settings", "toggle"]) postMessage({ type, page: "x", kind: "text", url: "https://x.example/", article: {}, reason: "broken" }, "*")`);
        await driver.press(page);
        await until(() => page.evaluate(onTop));
        await page.evaluate(`for (const type of ["article", "failed"]) postMessage({ type, article: {}, reason: "broken" }, "*")`);
        assert.equal(await page.evaluate(onTop), true);
        assert.equal(await page.evaluate(`Object.getOwnPropertySymbols(globalThis).includes(Symbol.for("pith-reader")) || "pithReader" in globalThis`), false);
      }));

    it("asks the network for nothing that is not a picture of the article", () =>
      withPage(driver, `${site.address}/asking`, async (page) => {
        await new Promise((resolve) => setTimeout(resolve, 300)); // what the page itself asks for
        site.requests.length = 0;
        const asked = [];
        page.on("request", (request) => asked.push(request.url()));
        await driver.press(page);
        await until(() => page.evaluate(onTop));
        await new Promise((resolve) => setTimeout(resolve, 500));
        assert.deepEqual(site.requests.filter((path) => path !== "/still"), []);
        assert.deepEqual(asked.filter((address) => /^https?:/.test(address) && !address.endsWith("/still")), []);
      }));
  });

  describe(`the extension where things go wrong, in ${name}`, { timeout: 120_000 }, () => {
    let driver, site;
    before(async () => {
      site = await servePages();
      driver = await open();
    });
    after(() => Promise.all([driver?.close(), site?.close()]));

    const inReader = (page, expression) => page.evaluate(`((view) => ${expression})(${reader}?.shadowRoot?.querySelector(".pith"))`);
    const shows = (page) => until(() => inReader(page, `view?.textContent.includes(${JSON.stringify(paragraphs[4])})`));
    /** Runs a function with the extension's rights. */
    const inExtension = async (run, given) => {
      const page = await driver.extensionPage();
      try {
        return await page.evaluate(run, given);
      } finally {
        await page.close();
      }
    };
    const stored = (area = "sync") => inExtension(async (name) => (await chrome.storage[name].get("reader")).reader, area);
    const store = (value) =>
      inExtension(async (given) => {
        await chrome.storage.local.clear();
        await chrome.storage.sync.set({ reader: given });
      }, value);
    const chooseTheme = (page, theme) => inReader(page, `(view.querySelector('[aria-label="Appearance"]').click(), view.querySelector('input[value="${theme}"]').click())`);

    it("opens on a page whose elements have the names of all that it calls", () =>
      withPage(driver, `${site.address}/clobbered`, async (page) => {
        await driver.press(page);
        await shows(page);
        await driver.press(page);
        await until(() => page.evaluate(`${reader} === null`));
        await driver.press(page);
        await shows(page);
      }));

    it("opens with the defaults, whatever is stored in place of settings", async () => {
      for (const value of ["text", 7, [], [1, 2], { theme: { x: 1 }, size: "20px", width: null, font: 5 }, { theme: "<img src=x onerror=alert(1)>", size: 1e9, width: -1 }, { theme: "constructor" }]) {
        await store(value);
        await withPage(driver, `${site.address}/article`, async (page) => {
          await driver.press(page);
          await shows(page);
          assert.equal(await inReader(page, "view.dataset.theme"), "auto", JSON.stringify(value));
        });
      }
    });

    it("keeps what was stored, and what was chosen for this page, where nothing more can be stored", { skip: name === "Firefox" && "its store has no quota of its own" }, async () => {
      const kept = { size: 18, width: 30, font: "sans" };
      await store(kept);
      await inExtension(async () => {
        const local = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse(null));
        await chrome.storage.local.set({ filler: "x".repeat(local - "filler".length - 2) });
        for (let size = 8000, at = 0; size > 0; at++) {
          await chrome.storage.sync.set({ [`filler${at}`]: "x".repeat(size) }).catch(() => (size = Math.floor(size / 2)));
        }
      });
      try {
        await withPage(driver, `${site.address}/article`, async (page) => {
          await driver.press(page);
          await shows(page);
          await until(() => inReader(page, `view.dataset.font === "sans"`));
          await chooseTheme(page, "sepia"); // one setting more than there is room for
          assert.equal(await inReader(page, "view.dataset.theme"), "sepia");
        });
        assert.deepEqual(await stored(), kept);
      } finally {
        await inExtension(() => Promise.all([chrome.storage.local.clear(), chrome.storage.sync.clear()]));
      }
    });

    it("reads on with the settings kept when the browser has ended its background", async () => {
      await store({ theme: "sepia", size: 20, width: 34, font: "serif" });
      await withPage(driver, `${site.address}/article`, async (page) => {
        await driver.press(page);
        await shows(page);
        await driver.endBackground();
        await chooseTheme(page, "dark");
        await driver.press(page);
        await until(() => page.evaluate(`${reader} === null`));
        await driver.press(page);
        await shows(page);
        await until(() => inReader(page, `view.dataset.theme === "dark"`));
      });
    });
  });
}
