// axe-core over every theme and every panel.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { it } from "node:test";
import { inBrowsers } from "./in_browsers.mjs";
import { arabicArticle, sampleArticle } from "./sample_article.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

inBrowsers("accessibility", (use) => {
  const { show, run, press, click } = use;

  async function check(state) {
    await run(axe);
    const problems = await run(async () => {
      const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(" ")} ${failureSummary}`).join(" | ")}`);
    });
    assert.deepEqual(problems, [], state);
  }

  for (const theme of ["light", "sepia", "dark", "black", "contrast", "custom"]) {
    it(`finds nothing wrong with the theme ${theme}, its panels included`, async () => {
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

  it("finds nothing wrong from right to left", async () => {
    await show(arabicArticle);
    await check("arabic");
  });

  it("has high contrast that earns its name", async () => {
    await show(sampleArticle, { settings: { theme: "contrast" } });
    await use.until(() => shown.view.dataset.theme === "contrast");
    await run(axe);
    const problems = await run(async () => (await axe.run(document, { runOnly: ["color-contrast-enhanced"], rules: { "color-contrast-enhanced": { enabled: true } } })).violations.flatMap(({ nodes }) => nodes.map(({ failureSummary }) => failureSummary)));
    assert.deepEqual(problems, []);
  });
});
