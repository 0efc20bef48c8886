// What axe-core finds wrong with a page.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const script = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * @param {import("puppeteer-core").Page} page
 * @param {object} [options]
 * @param {string} [options.within] selector of the part of the page that is asked for
 * @param {Record<string, {enabled: boolean}>} [options.rules]
 * @returns {Promise<string[]>} what is wrong, and where
 */
export async function axeProblems(page, { within = "html", rules = {} } = {}) {
  await page.evaluate(script);
  return page.evaluate(
    async (part, runOnly, chosen) => {
      const { violations } = await axe.run(part, { rules: chosen, runOnly });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(" ")} ${failureSummary}`).join(" | ")}`);
    },
    within,
    levels,
    rules,
  );
}
