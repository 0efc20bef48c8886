// The reader view with features of ours and a host that has all they ask for, in both browsers.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

import { launchChromium, launchFirefox, preferScheme, setMedium } from "../support/browsers.mjs";
import { serve } from "./serve.mjs";

const here = dirname(fileURLToPath(import.meta.url));

const entry = `
import { allFeatures, mountReader } from "./web/src/reader/index.js";

globalThis.show = (article, options = {}) => {
  globalThis.shown?.reader.destroy();
  const { host, log } = makeHost(options);
  const around = document.body.appendChild(document.createElement("div"));
  const root = around.attachShadow({ mode: options.mode ?? "open" });
  const reader = mountReader(root, article, host, allFeatures);
  const view = reader.element;
  // Panels are made when they are first opened.
  for (const button of view.querySelectorAll(".tools [aria-controls]")) button.click(), button.click();
  view.focus({ preventScroll: true });
  const $ = (selector) => view.querySelector(selector);
  globalThis.shown = { log, host, reader, view, root, speech: host.speech, $, $$: (selector) => [...view.querySelectorAll(selector)], body: $(".body"),
    /** Selects words of the article, as a pointer would. */
    select(words) {
      const walker = document.createTreeWalker($(".body"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at === -1) continue;
        node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
        getSelection().setBaseAndExtent(node, at, node, at + words.length);
        return;
      }
      throw new Error("no such words: " + words);
    },
    /** The words that are painted under a name, as ranges: one for those that stand side by side. */
    ranges(name) {
      const walker = document.createTreeWalker($(".body"), NodeFilter.SHOW_TEXT);
      const found = [];
      let last = null;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const isPainted = node.parentElement.closest("." + name) !== null;
        if (!isPainted && (node.data.trim() === "" || node.parentElement.closest("[data-added]"))) continue; // what is between blocks, or of the view
        if (isPainted && last === null) found.push((last = document.createRange())), last.setStart(node, 0);
        if (isPainted) last.setEnd(node, node.length);
        else last = null;
      }
      return found;
    },
    painted: (name) => shown.ranges(name).map(String),
    /** A place on the screen within words that are painted. */
    pointOf(name, index = 0) {
      const { x, y, width, height } = shown.ranges(name)[index].getClientRects()[0];
      return { x: x + width / 2, y: y + height / 2 };
    },
  };
};`;

const launches = {
  chromium: () => launchChromium(),
  firefox: () => launchFirefox({ privileged: true, preferences: { "ui.prefersReducedMotion": 1 } }),
};

export const browserNames = Object.keys(launches);

/** One page of a browser: `show` opens the reader in it anew, `run` evaluates there with `shown` at hand. */
export async function openFeatures(name) {
  const [stubs, { outputFiles }] = await Promise.all([
    readFile(join(here, "stubs.js"), "utf8"),
    build({ stdin: { contents: entry, resolveDir: dirname(dirname(here)), loader: "ts" }, bundle: true, format: "iife", target: "es2022", write: false, loader: { ".css": "text" } }),
  ]);
  const server = await serve(() => ({ body: "<!doctype html><title>Page</title><link rel=icon href=data:,><body>" }));
  const browser = await launches[name]();
  const page = await browser.browser.newPage();
  const prefer = (scheme) => preferScheme(browser, page, scheme, { still: true });
  await prefer("light");
  await page.setViewport({ width: 1000, height: 700 });
  const run = (act, ...given) => page.evaluate(act, ...given);
  return {
    page,
    run,
    /** Makes pages see that light or dark is preferred. */
    prefer,
    /** @param medium `"print"` or `"screen"` */
    setMedium: (medium) => setMedium(browser, page, medium),
    async show(article, options = {}, prelude = "") {
      await page.goto(`${server.url}/`);
      await page.evaluate(`${stubs}\n${prelude}\n${outputFiles[0].text}`);
      await run((given, chosen) => globalThis.show(given, chosen), article, options);
    },
    click: (selector) => run((chosen) => shown.$(chosen).click(), selector),
    texts: (selector) => run((chosen) => shown.$$(chosen).map((each) => each.textContent), selector),
    /** Waits until the function gives something true in the page. */
    until: (act, ...given) => page.waitForFunction(act, { timeout: 8000 }, ...given),
    close: () => Promise.all([browser.close(), server.close()]),
  };
}
