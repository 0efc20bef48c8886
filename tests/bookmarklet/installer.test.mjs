// The installer page in real browsers, served and from a file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { inRoot } from "../../scripts/layout.mjs";
import { serve } from "../reader/serve.mjs";
import { axeProblems } from "../support/axe.mjs";
import { preferScheme } from "../support/browsers.mjs";
import { browsers } from "./drive.mjs";

const file = inRoot("dist/bookmarklet/index.html");

for (const [name, launch] of Object.entries(browsers)) {
  describe(`installer page in ${name}`, () => {
    let browser, server;
    before(async () => {
      const html = await readFile(file, "utf8");
      [browser, server] = await Promise.all([launch(), serve(() => ({ body: html }))]);
    });
    after(() => Promise.all([browser?.close(), server?.close()]));

    for (const from of ["a server", "a file"]) {
      it(`tries each bookmarklet in this browser and says which it can keep, from ${from}`, async () => {
        const page = await browser.browser.newPage();
        const errors = [];
        page.on("pageerror", (error) => errors.push(error.message));
        await page.goto(from === "a file" ? pathToFileURL(file).href : server.url);
        await page.waitForFunction(() => [...document.querySelectorAll(".verdict")].every(({ dataset }) => dataset.works !== undefined), { timeout: 60_000 });
        const said = await page.$$eval(".verdict", (verdicts) => verdicts.map(({ dataset, textContent }) => [dataset.works, textContent]));
        for (const [, text] of said) assert.match(text, /It read a sample page in \d+ ms\.$/);
        assert.deepEqual(said.map(([works]) => works), name === "firefox" ? ["true", "false", "false"] : ["true", "true", "true"]);
        assert.match(said[0][1], /^Works in this browser\./);
        if (name === "firefox") assert.match(said[1][1], /Firefox keeps no bookmark this long/);
        assert.equal(await page.evaluate(() => document.querySelectorAll("iframe, pith-reader").length), 0);
        assert.deepEqual(errors, []);
        for (const scheme of ["light", "dark"]) {
          await preferScheme(browser, page, scheme);
          assert.deepEqual(await axeProblems(page), [], scheme);
        }
        await page.close();
      });
    }
  });
}
