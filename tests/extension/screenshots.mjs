// Takes the pictures of the extension's own pages in docs/images, and of the reader over a page: node tests/extension/screenshots.mjs [--out folder]

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { preferScheme } from "../support/browsers.mjs";
import { openChromium } from "./support/drive.mjs";
import { paragraphs, servePages } from "./support/pages.mjs";
import { overlayShows } from "./support/reading.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({ options: { out: { type: "string", default: join(root, "docs/images") } } });

const site = await servePages();
const driver = await openChromium();
try {
  await mkdir(values.out, { recursive: true });
  /** Of a page as it is after `prepare`. */
  async function take(name, page, prepare = async () => {}) {
    await preferScheme(driver, page, "light", { still: true });
    await page.setViewport({ width: 1280, height: 800 });
    await prepare();
    await page.evaluate(() => document.fonts.ready.then(() => new Promise((resolve) => setTimeout(resolve, 300))));
    await page.screenshot({ path: join(values.out, `extension-${name}.png`), fullPage: name === "options" });
    await page.close();
    console.log(name);
  }
  for (const name of ["options", "welcome"]) await take(name, await driver.extensionPage(`${name}.html`));
  const page = await driver.newPage();
  await take("reader", page, async () => {
    await page.goto(`${site.address}/article`);
    await driver.press(page);
    await overlayShows(page, paragraphs[0]);
  });
} finally {
  await Promise.all([driver.close(), site.close()]);
}
