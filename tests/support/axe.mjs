// What axe-core finds wrong with a page.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const script = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What is wrong alone. */
export const axeProblems = async (page, options) => (await runAxe(page, options)).problems;

/**
 * @param {import("puppeteer-core").Page} page
 * @param {object} [options]
 * @param {string} [options.within] selector of the part of the page that is asked for
 * @param {string[]} [options.only] names of rules, or of groups of rules
 * @param {Record<string, {enabled: boolean}>} [options.rules]
 * @returns {Promise<{problems: string[], passed: string[]}>} what is wrong, and where; the rules that found something right
 */
export async function runAxe(page, { within = "html", only = levels, rules = {} } = {}) {
  await page.evaluate(script);
  return page.evaluate(
    async (part, runOnly, chosen) => {
      const { violations, passes } = await axe.run(part, { rules: chosen, runOnly });
      const problems = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(" ")} ${failureSummary}`).join(" | ")}`);
      return { problems, passed: passes.map(({ id }) => id) };
    },
    within,
    only,
    rules,
  );
}
