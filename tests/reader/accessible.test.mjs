// axe-core over every theme and every panel.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { axeProblems } from "../support/axe.mjs";
import { inBrowsers } from "./in_browsers.mjs";
import { arabicArticle, sampleArticle } from "./sample_article.mjs";

/** Themes, and what the system prefers; what is not automatic is the same in both. */
const themes = [["auto", "light"], ["auto", "dark"], ["light", "dark"], ["sepia", "dark"], ["dark", "light"], ["black", "light"], ["contrast", "light"], ["contrast", "dark"], ["custom", "dark"]];
const arabicWords = JSON.parse(readFileSync(new URL("../../web/src/reader/locales/ar.json", import.meta.url), "utf8"));

inBrowsers("accessibility", (use) => {
  const { show, run, press, click } = use;

  async function check(state, rules = {}) {
    assert.deepEqual(await axeProblems(use.page, { rules }), [], state);
  }

  for (const [theme, scheme] of themes) {
    it(`finds nothing wrong with the theme ${theme} where ${scheme} is preferred, its panels included`, async () => {
      await use.prefer(scheme);
      await show(sampleArticle, { settings: { theme }, rules: [{ verdict: "keep", selector: ".note" }] });
      await use.until((wanted) => shown.view.dataset.theme === wanted, theme);
      await check("the article");
      for (const key of ["t", "a", "l", "?"]) {
        await press(key);
        if (key === "a") await run(() => (shown.$(".more").open = true));
        await check(`panel ${key}`);
        await press(key);
      }
    });
  }

  it("finds nothing wrong with what is shown in place, removed, noted and enlarged", async () => {
    await use.prefer("light");
    await show();
    await click(".ledger li:nth-child(2) button");
    await check("shown in place");
    await press("x");
    await check("removing");
    await press("Escape");
    await run(() => shown.$("sup a").scrollIntoView({ block: "center" }));
    await click("sup a");
    await check("note");
    await press("Escape");
    await click(".body img");
    await check("enlarged");
  });

  it("finds nothing wrong in columns, in vertical writing and with the ruler", async () => {
    for (const settings of [{ columns: 2 }, { writing: "vertical" }, { ruler: true }]) {
      await show(sampleArticle, { settings });
      if (!settings.ruler) await use.until(() => shown.view.dataset.flow !== "down");
      // The ruler dims what it is not on, which is what it is for.
      await check(JSON.stringify(settings), settings.ruler ? { "color-contrast": { enabled: false } } : {});
    }
  });

  it("finds nothing wrong from right to left, the controls included", async () => {
    await show(arabicArticle, { phrases: arabicWords });
    await check("arabic");
    for (const key of ["t", "a", "l", "?"]) {
      await press(key);
      await check(`panel ${key}`);
      await press(key);
    }
  });

  for (const scheme of ["light", "dark"]) it(`has high contrast that earns its name where ${scheme} is preferred`, async () => {
    await use.prefer(scheme);
    await show(sampleArticle, { settings: { theme: "contrast" } });
    await use.until(() => shown.view.dataset.theme === "contrast");
    assert.deepEqual(await axeProblems(use.page, { only: ["color-contrast-enhanced"], rules: { "color-contrast-enhanced": { enabled: true } } }), []);
  });

  it("shows in the system's own colours what is chosen, open and has the focus", async () => {
    await use.prefer("dark", true);
    try {
      await show(sampleArticle, { settings: { theme: "sepia" } });
      await use.until(() => shown.view.dataset.theme === "sepia");
      assert.ok(await run(() => matchMedia("(forced-colors: active)").matches));
      const system = (colour) => run((name) => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.cssText = `color: ${name}; forced-color-adjust: none`;
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      }, colour);
      const [text, canvas, highlight, link] = [await system("CanvasText"), await system("Canvas"), await system("Highlight"), await system("LinkText")];
      assert.equal(await use.style(".body p", "color"), text);
      assert.equal(await use.style("", "backgroundColor"), canvas);
      assert.equal(await use.style(".body p a", "color"), link);
      await press("a");
      for (const theme of [".auto", ".custom"]) assert.equal(await use.style(`.theme ${theme} span`, "color"), text, theme); // the others show their own
      assert.equal(await use.style("[aria-expanded=true]", "outlineColor"), highlight);
      assert.equal(await use.style(".panel input:checked + span", "outlineColor"), highlight);
      await press("Tab");
      await press("Tab");
      assert.equal(await run(() => getComputedStyle(shown.view.getRootNode().activeElement.matches(".panel input") ? shown.view.getRootNode().activeElement.nextElementSibling : shown.view.getRootNode().activeElement).outlineStyle), "solid");
      await check("forced colours", { "color-contrast": { enabled: false } }); // it is the system's own; axe still sees ours
    } finally {
      await use.prefer("light");
    }
  });
});
