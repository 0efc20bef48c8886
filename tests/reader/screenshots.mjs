// Takes the pictures of the reader in docs/images, and those for the stores: node tests/reader/screenshots.mjs [--out folder] [--only part-of-a-name]

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launchChromium, preferScheme } from "../support/browsers.mjs";
import { answerFonts, bundleHarness, openHarness } from "./harness.mjs";
import { arabicArticle, codeArticle, sampleArticle } from "./sample_article.mjs";
import { serve } from "./serve.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({ options: { out: { type: "string", default: join(root, "docs/images") }, only: { type: "string", default: "" } } });

const desk = { width: 1000, height: 700 };
const wide = { width: 1400, height: 800 };
const phone = { width: 390, height: 780 };

const press = (label) => `shown.$(${JSON.stringify(`[aria-label="${label}"]`)}).click()`;
const appearance = `${press("Appearance")}; `;
const ledger = `shown.$(".hidden").click();`;

/** What the stores ask for. */
const store = { width: 1280, height: 800 };

/** Name, window, settings, and what is done in the view before the picture is taken. */
const pictures = [
  ...["light", "sepia", "dark", "black", "contrast"].map((theme) => ({ name: `theme-${theme}`, window: desk, settings: { theme } })),
  { name: "theme-custom", window: desk, settings: { theme: "custom", paper: "#0e2433", ink: "#8aa0ad", link: "#3a6f8f" }, act: appearance },
  { name: "settings", window: { width: 1000, height: 900 }, settings: { theme: "light" }, act: `${appearance} shown.$(".more").open = true; shown.$(".panel:not([hidden])").scrollTop = 0` },
  { name: "ledger", window: wide, settings: { theme: "light" }, act: `${ledger} shown.$(".ledger li:nth-child(2) button").click()` },
  { name: "phone", window: phone, settings: { theme: "light" } },
  { name: "phone-settings", window: phone, settings: { theme: "sepia" }, act: appearance },
  { name: "phone-ledger", window: phone, settings: { theme: "dark" }, act: ledger },
  { name: "wide-columns", window: wide, settings: { theme: "light", columns: 2 } },
  { name: "dyslexic", window: desk, settings: { theme: "sepia", font: "dyslexic", paragraphSpacing: 1.6, lineHeight: 1.9 } },
  { name: "arabic", window: desk, settings: { theme: "light" }, article: arabicArticle, act: ledger },
  { name: "footnote", window: desk, settings: { theme: "light" }, act: `shown.$("sup a").scrollIntoView({block: "center"}); await 0; await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); shown.$("sup a").click()` },
  { name: "lightbox", window: desk, settings: { theme: "light" }, act: `shown.$(".body img").click()` },
  { name: "shortcuts", window: desk, settings: { theme: "sepia" }, act: press("Keyboard shortcuts") },
  { name: "ruler", window: desk, settings: { theme: "light", ruler: true } },
  { name: "code", window: desk, settings: { theme: "light", size: 18 }, article: codeArticle },
  { name: "code-dark", window: desk, settings: { theme: "dark", size: 18 }, article: codeArticle },
  { name: "forced-colours", window: desk, settings: { theme: "light" }, forced: true, act: appearance },
  { name: "store-1-article", window: store, settings: { theme: "light" } },
  { name: "store-2-left-out", window: store, settings: { theme: "light" }, act: `${ledger} shown.$(".ledger li:nth-child(2) button").click()` },
  { name: "store-3-appearance", window: store, settings: { theme: "sepia" }, act: appearance },
  { name: "store-4-code", window: store, settings: { theme: "dark" }, article: codeArticle },
  { name: "store-5-columns", window: store, settings: { theme: "black", columns: 2 } },
];

const server = await serve((path) => answerFonts(path) ?? { body: "<!doctype html><title>Page</title><body style='margin:0'>" });
const browser = await launchChromium();
try {
  await mkdir(values.out, { recursive: true });
  const script = await bundleHarness();
  const page = await browser.browser.newPage();
  for (const { name, window, settings, act, forced, article = sampleArticle } of pictures) {
    if (!name.includes(values.only)) continue;
    await preferScheme(browser, page, forced ? "dark" : "light", { still: true, forced });
    await page.setViewport({ ...window, deviceScaleFactor: 1 });
    await openHarness(page, server.url, script, article, { settings, fonts: true });
    await page.evaluate(`(async () => { ${act ?? ""} })()`);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    await page.screenshot({ path: join(values.out, `${name.startsWith("store") ? "" : "reader-"}${name}.png`) });
    console.log(name);
  }
} finally {
  await browser.close();
  await server.close();
}
