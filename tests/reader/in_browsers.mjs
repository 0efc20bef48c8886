// The same tests in Chromium and in Firefox, with the reader view on a page of its own.

import { after, before, describe } from "node:test";
import { launchChromium, launchFirefox, preferScheme, setMedium } from "../support/browsers.mjs";
import { answerFonts, bundleHarness, openHarness } from "./harness.mjs";
import { sampleArticle } from "./sample_article.mjs";
import { serve } from "./serve.mjs";

const launches = {
  chromium: () => launchChromium(),
  firefox: () => launchFirefox({ privileged: true, preferences: { "ui.prefersReducedMotion": 1, "layout.css.prefers-color-scheme.content-override": 1 } }),
};

const blank = { body: "<!doctype html><html lang=en><title>Page</title><body style='margin:0'>" };

/**
 * @param {string} title
 * @param {(use: object, name: string) => void} define declares the tests; `use` has what they need
 */
export function inBrowsers(title, define) {
  for (const [name, launch] of Object.entries(launches)) {
    describe(`${title} in ${name}`, { timeout: 240_000 }, () => {
      let browser, server, script;
      const use = {
        page: undefined,
        /** Shows the view anew; light and without motion. */
        show: (article = sampleArticle, options = {}) => openHarness(use.page, server.url, script, article, options),
        /** Makes pages see that light or dark is preferred, in colours of the system where `forced`; always without motion. */
        prefer: (scheme, forced = false) => preferScheme(browser, use.page, scheme, { still: true, forced }),
        /** @param medium `"print"` or `"screen"` */
        setMedium: (medium) => setMedium(browser, use.page, medium),
        /** Runs a function in the page, where `shown` is what the harness shows. */
        run: (what, ...given) => use.page.evaluate(what, ...given),
        texts: (selector) => use.page.evaluate((chosen) => shown.$$(chosen).map((each) => each.textContent), selector),
        style: (selector, property) => use.page.evaluate((chosen, wanted) => getComputedStyle(chosen ? shown.$(chosen) : shown.view)[wanted], selector, property),
        click: (selector) => use.page.evaluate((chosen) => shown.$(chosen).click(), selector),
        press: (key) => use.page.keyboard.press(key),
        calls: () => use.page.evaluate(() => shown.calls),
        focused: () => use.page.evaluate(() => {
          const element = shown.view.getRootNode().activeElement;
          return element?.getAttribute("aria-label") ?? element?.textContent ?? null;
        }),
        until: (what, ...given) => use.page.waitForFunction(what, { timeout: 5000 }, ...given),
      };
      before(async () => {
        [browser, server, script] = await Promise.all([launch(), serve((path) => answerFonts(path) ?? blank), bundleHarness()]);
        use.page = await browser.browser.newPage();
        await use.page.setViewport({ width: 1000, height: 700 });
        await use.prefer("light");
      });
      after(() => Promise.all([browser?.close(), server?.close()]));
      define(use, name);
    });
  }
}
