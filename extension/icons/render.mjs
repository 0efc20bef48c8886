// Draws pith.svg as the PNG files that browsers want. Run after the drawing has changed, and commit the result:
//   node extension/icons/render.mjs

import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../../tests/support/browsers.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const svg = await readFile(join(folder, "pith.svg"), "utf8");
const { browser, close } = await launchChromium();
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128]) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await writeFile(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await close();
}
