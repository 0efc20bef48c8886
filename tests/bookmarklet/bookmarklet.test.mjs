// The bookmarklet in real browsers, on pages of our own writing.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { firefoxLimit, makeBookmarklet } from "../../web/bookmarklet/build.mjs";
import { serve } from "../reader/serve.mjs";
import { clobbered } from "../support/clobbered.mjs";
import { inBrowserWindow, launchChromium } from "../support/browsers.mjs";
import { browsers } from "./drive.mjs";

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On keeping bees in a belfry</title><link rel="icon" href="data:,">
<style>pith-reader, div { display: none !important } p { color: red }</style></head><body>
<nav><a href="/a">Front page</a> <a href="/b">Letters</a> <a href="/c">Notices</a></nav>
<article><h1>On keeping bees in a belfry</h1>
<p>The first swarm came in through the louvres on a Sunday in May, during the second hymn, and the ringers, who are practical people, went on ringing until the last verse was over.</p>
<p>By August there were forty kilograms of honey above the clock, and the clock, which had been slow for as long as anyone could remember, was found to be keeping perfect time.</p>
<p>The vicar has asked the diocese whether bees are a fixture. The diocese has asked for a form to be filled in, and the bees, so far, have not filled it in.</p>
<p>Visitors are asked not to ring the tenor bell between ten and four, when the foragers are out, and to wear a hat at all times.</p></article>
<section style="height: 4000px"></section></body></html>`;

const policies = {
  "/ordinary": undefined,
  "/strict": "default-src 'self'; script-src 'self'; style-src 'self'",
  "/inline": "script-src 'unsafe-inline'",
  "/trusted": "require-trusted-types-for 'script'",
  "/wasm": "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
};

const withScript = (script) => ({ body: html.replace("<body>", `<body><script>${script}</script>`) });
const bodies = {
  "/clobbered": { body: html.replace("</article>", `</article>${clobbered}`) },
  "/names": withScript(`for (const name of ["Map", "Set", "Node", "Document", "Event", "ShadowRoot", "URL"]) globalThis[name] = function () {};
    Promise = function () {};
    Array.from = (given) => (given ? [given] : []);
    Object.entries = (given) => Object.keys(given).map((key) => ({ key }));`),
  "/methods": withScript("Array.prototype.at = undefined"),
  "/drawing": { body: '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text y="20">A drawing</text></svg>', type: "image/svg+xml" },
};

for (const [name, launch] of Object.entries(browsers)) {
  for (const variant of ["pith", "pith-full", "pith-strict"]) describe(`${variant} in ${name}`, () => {
    const strict = variant === "pith-strict";
    let browser, server, page, url;

    before(async () => {
      const answer = (path) => path in bodies ? bodies[path] : path in policies && { body: html, headers: policies[path] ? { "content-security-policy": policies[path] } : {} };
      const made = await makeBookmarklet({ variant, shadow: "open", quick: true });
      url = made.url;
      [browser, server] = await Promise.all([launch(), serve((path) => answer(path) || undefined)]);
    });
    after(() => Promise.all([browser?.close(), server?.close()]));

    const open = async (path) => {
      await page?.close();
      page = await browser.browser.newPage();
      await page.goto(server.url + path);
    };
    const run = (what = url) => browser.run(page, what);
    /** Where the page leaves nothing whole that waiting stands on. */
    const until = async (expression) => {
      let value;
      for (let wait = 0; wait < 100 && value === undefined; wait++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        value = await page.evaluate(expression);
      }
      return value;
    };
    const untilShown = () => page.waitForFunction(() => document.querySelector("pith-reader")?.shadowRoot?.querySelector("h1"), { timeout: 15_000 });
    const untilGone = () => page.waitForFunction(() => !document.querySelector("pith-reader"), { timeout: 15_000 });
    const untilNotice = async () => {
      await page.waitForFunction(() => document.querySelector("pith-reader[role=alert]"), { timeout: 15_000 });
      return page.$eval("pith-reader", (box) => ({ text: box.textContent, seen: box.checkVisibility() && box.getBoundingClientRect().height > 40 }));
    };

    it("shows the article over the page", async () => {
      await open("/ordinary");
      await run();
      await untilShown();
      const seen = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("pith-reader");
        const paragraph = shadowRoot.querySelector(".body p");
        return {
          title: shadowRoot.querySelector("h1").textContent,
          name: shadowRoot.querySelector("dialog").getAttribute("aria-label"),
          body: shadowRoot.querySelector(".body").textContent,
          colour: getComputedStyle(paragraph).color,
          top: document.elementFromPoint(innerWidth / 2, innerHeight / 2).localName,
        };
      });
      assert.equal(seen.title, "On keeping bees in a belfry");
      assert.equal(seen.name, seen.title);
      assert.match(seen.body, /forty kilograms of honey/);
      assert.doesNotMatch(seen.body, /Notices/);
      assert.notEqual(seen.colour, "rgb(255, 0, 0)");
      assert.equal(seen.top, "pith-reader");
    });

    it("is there before the page is out of reach, which takes the focus back and moves no line", async () => {
      await open("/ordinary");
      await page.evaluate(() => {
        globalThis.look = () => {
          const { shadowRoot } = document.querySelector("pith-reader");
          document.querySelector("nav a").focus();
          return {
            modal: shadowRoot.querySelector("dialog").matches(":modal"),
            hasFocus: shadowRoot.activeElement?.className,
            scrolls: getComputedStyle(document.documentElement).overflowY,
            lines: [...shadowRoot.querySelectorAll(".body p")].map((line) => JSON.stringify(line.getBoundingClientRect())),
          };
        };
        globalThis.atOnce = new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector("pith-reader")) return; // a frame came and went
            observer.disconnect();
            resolve({ lines: look().lines, modal: look().modal });
          }).observe(document.documentElement, { childList: true });
        });
      });
      await run();
      await untilShown();
      const first = await page.evaluate(() => globalThis.atOnce);
      assert.equal(first.modal, false);
      await page.waitForFunction(() => look().modal);
      const then = await page.evaluate(() => look());
      assert.deepEqual(then, { modal: true, hasFocus: "pith", scrolls: "hidden", lines: first.lines });
    });

    it("is over the page's own dialogs at once", async () => {
      await open("/ordinary");
      await page.evaluate(() => {
        const dialog = document.createElement("dialog");
        document.body.append(dialog);
        dialog.showModal();
        globalThis.onTop = new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector("pith-reader")) return; // a frame came and went
            observer.disconnect();
            resolve(document.elementFromPoint(innerWidth / 2, innerHeight / 2).localName);
          }).observe(document.documentElement, { childList: true });
        });
      });
      await run();
      await untilShown();
      assert.equal(await page.evaluate(() => globalThis.onTop), "pith-reader");
    });

    it("gives the focus back and leaves nothing behind where it is closed before that", async () => {
      await open("/ordinary");
      await page.evaluate(() => {
        document.querySelector("nav a").focus();
        globalThis.opened = new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            const reader = document.querySelector("pith-reader");
            if (!reader) return; // a frame came and went
            observer.disconnect();
            reader.dispatchEvent(new Event("pith-close"));
            resolve();
          }).observe(document.documentElement, { childList: true });
        });
      });
      await run();
      await page.evaluate(() => globalThis.opened);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.deepEqual(await page.evaluate(() => [document.querySelector("pith-reader"), document.adoptedStyleSheets.length, getComputedStyle(document.documentElement).overflowY, document.activeElement.textContent]), [null, 0, "visible", "Front page"]);
    });

    it("gives the page back and says why where its view cannot be built", async () => {
      await open("/ordinary");
      await page.evaluate(() => void Object.defineProperty(Navigator.prototype, "languages", { get() { throw new Error("no languages here"); } }));
      await run();
      assert.deepEqual(await untilNotice(), { text: "Pith could not read this page: no languages here", seen: true });
      assert.equal(await page.evaluate(() => document.querySelectorAll("pith-reader").length), 1);
      await run();
      await untilGone();
      assert.deepEqual(await page.evaluate(() => [document.adoptedStyleSheets.length, getComputedStyle(document.documentElement).overflowY]), [0, "visible"]);
    });

    it("opens one view at a double click", async () => {
      await open("/ordinary");
      await page.evaluate(() => {
        globalThis.opened = 0;
        const isReader = ({ localName }) => localName === "pith-reader";
        new MutationObserver((records) => (opened += records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isReader).length)).observe(document.documentElement, { childList: true });
      });
      const script = decodeURIComponent(url.slice("javascript:".length));
      await page.evaluate(`${script};${strict ? "" : script}`); // where nothing is unpacked, the second click closes
      await untilShown();
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await page.evaluate(() => opened), 1);
    });

    it("works where the page has put its own things in the place of the browser's, and goes again", async () => {
      await open("/names");
      await run();
      assert.equal(await until(`document.querySelector("pith-reader")?.shadowRoot?.querySelectorAll(".body p").length`), 4);
      await run();
      assert.equal(await until(`!document.querySelector("pith-reader") || undefined`), true);
    });

    it("says so where it could not get around them", async () => {
      await open("/methods");
      await run();
      assert.match((await untilNotice()).text, /^Pith could not read this page: .+, perhaps since it has changed the browser's functions\. The Pith extension can\.$/);
    });

    it("says that a drawing is no page", async () => {
      await open("/drawing");
      const said = new Promise((resolve) => page.once("dialog", (dialog) => (resolve(dialog.message()), dialog.accept())));
      await run();
      assert.equal(await said, "Pith could not read this page: it is no HTML");
      assert.equal(await page.evaluate(() => document.querySelectorAll("pith-reader, iframe").length), 0);
    });

    it("goes at a second click, comes at a third, and leaves the page as it was", async () => {
      await open("/ordinary");
      // Only what is not the browser's own, or a failure prints a thousand names.
      await page.waitForFunction(() => true); // leaves names of its own
      await page.evaluate(() => (globalThis.namesBefore = new Set(Object.getOwnPropertyNames(globalThis))));
      const look = () => page.evaluate(() => ({
        html: document.documentElement.outerHTML,
        globals: Object.getOwnPropertyNames(globalThis).filter((global) => !namesBefore.has(global)),
        scroll: scrollY,
        sheets: document.adoptedStyleSheets.length,
        address: location.href,
        stored: localStorage.length + sessionStorage.length,
      }));
      await page.evaluate(() => scrollTo(0, 900));
      const asItWas = await look();
      assert.equal(asItWas.scroll, 900);
      await run();
      await untilShown();
      await run();
      await untilGone();
      assert.deepEqual(await look(), asItWas);
      await run();
      await untilShown();
      await page.evaluate(() => document.querySelector("pith-reader").shadowRoot.querySelector("button[aria-label=Close]").click());
      await untilGone();
      assert.deepEqual(await look(), asItWas);
      await run();
      await untilShown();
      await page.keyboard.press("Escape");
      await untilGone();
      assert.deepEqual(await look(), asItWas);
    });

    it("requests nothing, and works with the network gone", async () => {
      await open("/ordinary");
      const requests = [];
      page.on("request", (request) => requests.push(request.url()));
      server.requests.length = 0;
      await browser.offline(page, true);
      try {
        await run();
        await untilShown();
      } finally {
        await browser.offline(page, false);
      }
      assert.deepEqual(server.requests, []);
      assert.deepEqual(requests.filter((request) => /^https?:/.test(request)), []);
    });

    it("works where Trusted Types are enforced", async () => {
      await open("/trusted");
      await run();
      await untilShown();
    });

    it("works where elements of the page have the names of all that it calls", async () => {
      await open("/clobbered");
      await run();
      const text = await until(`Document.prototype.querySelector.call(document, "pith-reader")?.shadowRoot?.querySelector(".body")?.textContent`);
      assert.match(text ?? "nothing", /forty kilograms of honey/);
    });

    for (const path of ["/strict", "/inline", "/wasm"]) {
      if (strict) {
        it(`shows the article where the policy is ${policies[path]}`, async () => {
          await open(path);
          await run();
          await untilShown();
          assert.match(await page.evaluate(() => document.querySelector("pith-reader").shadowRoot.querySelector(".body").textContent), /forty kilograms of honey/);
          await run();
          await untilGone();
        });
        continue;
      }

      it(`says that the page does not allow it where the policy is ${policies[path]}, and toggles that`, async () => {
        await open(path);
        await run();
        const notice = await untilNotice();
        assert.match(notice.text, /^This page does not let bookmarklets run code/);
        assert.equal(notice.seen, true);
        await run();
        await untilGone();
        await run();
        await untilNotice();
        await page.click("pith-reader");
        await untilGone();
        await page.evaluate(() => document.body.appendChild(document.createElement("dialog")).showModal());
        await run();
        await untilNotice();
        await page.click("pith-reader");
        await untilGone();
        await run();
        await untilNotice();
        await page.keyboard.press("Escape");
        await untilGone();
        assert.equal(await page.evaluate(() => document.querySelector("dialog").open), true);
      });
    }

    it("is closed to the page as it is shipped", async () => {
      await open("/ordinary");
      const { url: shipped } = await makeBookmarklet({ variant, quick: true });
      await run(shipped);
      await page.waitForFunction(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName === "pith-reader");
      assert.equal(await page.$eval("pith-reader", (reader) => reader.shadowRoot), null);
      await run(shipped);
      await untilGone();
    });

    if (name === "chromium") {
      it("is kept as a bookmark, and read back unchanged", async () => {
        const folder = await mkdtemp(join(tmpdir(), "pith-keeper-"));
        await writeFile(join(folder, "worker.js"), "");
        await writeFile(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "Keeper", version: "1", permissions: ["bookmarks"], background: { service_worker: "worker.js" } }));
        const keeper = await launchChromium({ extensions: true });
        try {
          const id = await keeper.browser.installExtension(folder);
          const target = await keeper.browser.waitForTarget((found) => found.type() === "service_worker" && found.url().includes(id));
          const worker = await target.worker();
          // On a busy machine the worker is there before what it may call.
          while (!(await worker.evaluate(() => "chrome" in globalThis && "bookmarks" in globalThis.chrome))) await new Promise((resolve) => setTimeout(resolve, 50));
          const kept = await worker.evaluate(async (address) => {
            const { id } = await chrome.bookmarks.create({ title: "Pith", url: address });
            return (await chrome.bookmarks.get(id))[0].url;
          }, url);
          assert.equal(kept, url);
        } finally {
          await keeper.close();
          await rm(folder, { recursive: true });
        }
      });
      return;
    }

    it("is kept as a bookmark, read back unchanged and run by a click on it, exactly when it is said to fit", async () => {
      await open("/ordinary");
      await page.bringToFront();
      const kept = await inBrowserWindow(
        browser.browser,
        `const { PlacesUtils } = ChromeUtils.importESModule("resource://gre/modules/PlacesUtils.sys.mjs");
        let guid;
        try {
          ({ guid } = await PlacesUtils.bookmarks.insert({ parentGuid: PlacesUtils.bookmarks.toolbarGuid, title: "Pith", url: ${JSON.stringify(url)} }));
        } catch (error) {
          return null;
        }
        CustomizableUI.setToolbarVisibility("PersonalToolbar", true);
        const find = () => [...document.querySelectorAll("#PlacesToolbarItems .bookmark-item")].find((item) => item.label === "Pith");
        for (let wait = 0; !find() && wait < 100; wait++) await new Promise((resolve) => setTimeout(resolve, 50));
        find().click();
        return (await PlacesUtils.bookmarks.fetch(guid)).url.href;`,
      );
      assert.equal(kept, url.length <= firefoxLimit ? url : null);
      if (kept) await untilShown();
    });
  });
}
