// Draws pith.svg as the PNG files that browsers want. Run after the drawing has changed, and commit the result:
//   node extension/icons/render.mjs

import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../../tests/support/browsers.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const svg = await readFile(join(folder, "pith.svg"), "utf8");
/** The button on a page that has an article: two lines of text at the letter's foot, where it has room at every size. */
const readable = svg.replace("</svg>", `<path d="M16 26h13M16 30.2h8" fill="none" stroke="#f2922b" stroke-width="2.6" stroke-linecap="round"/></svg>`);
const { browser, close } = await launchChromium();
try {
  const page = await browser.newPage();
  async function draw(drawing, name, size) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    await writeFile(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
  }
  for (const size of [16, 32, 48, 128]) await draw(svg, `${size}`, size);
  for (const size of [16, 32, 48]) await draw(readable, `readable-${size}`, size);
} finally {
  await close();
}
