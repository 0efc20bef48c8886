// axe-core over highlights, the panel "Keep" and the player, in every theme.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { axeProblems } from "../support/axe.mjs";
import { browserNames, openFeatures } from "./feature_harness.mjs";
import { sampleArticle } from "./sample_article.mjs";

const mark = (id, exact) => ({ id, colour: "pink", note: "mine", created: "2026-01-01", quote: { exact, prefix: "", suffix: "" }, position: { start: 0, end: 1 } });

for (const name of browserNames) {
  describe(`accessibility of what is kept and heard in ${name}`, { timeout: 240_000 }, () => {
    let use;
    before(async () => void (use = await openFeatures(name)));
    after(() => use?.close());

    async function check(state) {
      const problems = await axeProblems(use.page, { within: "body > :last-child" });
      assert.deepEqual(problems, [], state);
    }

    for (const [theme, scheme] of [["auto", "light"], ["auto", "dark"], ["light", "dark"], ["sepia", "dark"], ["dark", "light"], ["black", "light"], ["contrast", "light"], ["contrast", "dark"], ["custom", "dark"]]) {
      it(`has nothing wrong in the theme ${theme} where ${scheme} is preferred`, async () => {
        await use.prefer(scheme);
        await use.show(sampleArticle, { settings: { theme }, kept: [mark("a", "eighty-three of them"), mark("b", "words that are gone from it")] });
        await use.until((wanted) => shown.view.dataset.theme === wanted && shown.painted("pith-pink").length === 1, theme);
        await use.click("button[aria-label='Highlights and notes']");
        await check("highlights");
        await use.click("button[aria-label=Keep]");
        await use.click("[data-keep=epub]");
        await use.until(() => shown.$(".keep-result").textContent !== "");
        await check("keep");
        await use.click("button[aria-label=Keep]");
        await use.click("button[aria-label=Listen]");
        await use.run(() => shown.speech.fail("network"));
        await use.run(() => shown.select("fish crate"));
        await use.until(() => !shown.$(".selection-menu").hidden);
        await check("player and menu");
      });
    }
  });
}
