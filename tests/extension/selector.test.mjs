// Selectors for rules, suggested in real browsers, on pages as frameworks and people write them.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "node:test";
import { build } from "esbuild";
import { launchChromium, launchFirefox } from "../support/browsers.mjs";

const filler = "<p>The tide turned and the ferry went, as it had on every other day of that long and quiet year.</p>".repeat(12);

/** What it is, the page with `data-x` at the element, and what is suggested. */
const cases = [
  ["an id of words", `<div id="newsletter-box"><p data-x>Sign up</p></div>${filler}`, "#newsletter-box"],
  ["a class of words rather than a generated one", `<div class="css-1q2w3e promo-teaser sc-bdVaJa"><p data-x>Sign up</p></div>${filler}`, "div.promo-teaser"],
  ["a class rather than a generated id", `<div id="ember1234" class="signup-form"><b data-x>Sign up</b></div>${filler}`, "div.signup-form"],
  ["the given part of a CSS module's class", `<div class="Newsletter_box__3kX9a"><p data-x>Sign up</p></div>${filler}`, 'div[class*="Newsletter_box__"]'],
  ["no class that says how it looks", `<div class="mt-4 flex col-6 is-active"><aside class="related-stories"><p data-x>More</p></aside></div>${filler}`, "aside.related-stories"],
  ["an attribute that sites name their parts with", `<div class="a1b2c3" data-testid="signup box"><p data-x>Sign up</p></div>${filler}`, 'div[data-testid="signup box"]'],
  ["an element that says what it is for", `<main>${filler}</main><nav data-x><ul><li><a>Home</a><li><a>News</a></ul></nav>`, "nav"],
  ["a kind of element in a named one", `<div class="sidebar-tools"><p>One word</p><h4 data-x>Sign up</h4></div>${filler}`, "div.sidebar-tools h4"],
  ["the last of a named one", `<article class="story-body">${filler}<p data-x>Sign up for more of these.</p></article>`, "article.story-body > p:last-child"],
  ["nothing where only its place tells it apart", `<article class="story-body">${filler}<p data-x>Sign up</p>${filler}</article>`, null],
  ["the first of a named one where all of them would be a good part of the page", `<div class="story-feed"><div data-x>${filler}</div>${`<div>${filler}</div>`.repeat(4)}</div>`, "div.story-feed > div:first-child"],
];

for (const launch of [launchChromium, launchFirefox]) {
  describe(`a selector for a rule, in ${launch.name.replace("launch", "")}`, () => {
    let running, page;
    before(async () => {
      const entry = fileURLToPath(new URL("../../extension/src/content/selector.ts", import.meta.url));
      const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "iife", globalName: "selector", write: false });
      running = await launch();
      page = await running.browser.newPage();
      await page.evaluate(`${outputFiles[0].text}; globalThis.suggest = (of) => selector.suggestSelector(document.querySelector(of))`);
    });
    after(() => running?.close());

    for (const [what, html, expected] of cases) {
      it(`is ${what}`, async () => {
        const suggested = await page.evaluate((body) => {
          document.body.innerHTML = body;
          return globalThis.suggest("[data-x]");
        }, html);
        assert.equal(suggested, expected);
      });
    }

    it("is found in a frame of the same origin, and in a shadow root, by the same names", async () => {
      const suggested = await page.evaluate((text) => {
        const html = `<div class="css-1q2w3e promo-teaser"><div><p data-x>Sign up</p></div></div>${text}<script type="text/plain">${text}</script>`;
        document.body.innerHTML = "<iframe></iframe><div></div>";
        const frame = document.querySelector("iframe").contentDocument;
        frame.body.innerHTML = html;
        const root = document.querySelector("div").attachShadow({ mode: "open" });
        root.innerHTML = html;
        return [frame, root].map((each) => selector.suggestSelector(each.querySelector("[data-x]")));
      }, filler);
      assert.deepEqual(suggested, ["div.promo-teaser", "div.promo-teaser"]);
    });
  });
}
