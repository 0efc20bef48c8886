// Takes the pictures of the reader in docs/images, and those for the stores: node tests/reader/screenshots.mjs [--out folder] [--only part-of-a-name]

import { mkdir, readFile } from "node:fs/promises";
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

const arabicWords = JSON.parse(await readFile(join(root, "web/src/reader/locales/ar.json"), "utf8"));
/** Waits for what the view does when it has a frame to spare. */
const frames = "await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);";
const press = (label) => `shown.$(${JSON.stringify(`[aria-label="${label}"]`)}).click()`;
const appearance = `${press("Appearance")}; `;
const ledger = `shown.$(".hidden").click();`;

/** What the stores ask for. */
const store = { width: 1280, height: 800 };

/** A test machine has no voices. */
const stubVoice = `${await readFile(join(root, "tests/reader/stubs.js"), "utf8")}
Object.defineProperty(globalThis, "speechSynthesis", { configurable: true, value: new StubSpeech() });`;

const highlights = [
  ["yellow", "", "eighty-three of them"],
  ["green", "The crate itself is in the museum now.", "wanted the crate for kindling"],
].map(([colour, note, exact], order) => ({ id: String(order), colour, note, created: "2026-03-14T08:00:00Z", quote: { exact, prefix: "", suffix: "" }, position: { start: 0, end: exact.length } }));

/** Name, window, settings, and what is done in the view before the picture is taken. */
const pictures = [
  ...["light", "sepia", "dark", "black", "contrast"].map((theme) => ({ name: `theme-${theme}`, window: desk, settings: { theme } })),
  { name: "theme-custom", window: wide, settings: { theme: "custom", paper: "#10293a", ink: "#d3dde3", link: "#86c5ef" }, act: appearance },
  { name: "settings", window: { width: 1400, height: 1300 }, settings: { theme: "light" }, act: `${appearance} shown.$(".more").open = true; shown.$(".panel:not([hidden])").scrollTop = 0` },
  { name: "ledger", window: wide, settings: { theme: "light" }, act: `${ledger} shown.$(".ledger li:nth-child(2) button").click()` },
  { name: "phone", window: phone, settings: { theme: "light" } },
  { name: "phone-settings", window: phone, settings: { theme: "sepia" }, act: appearance },
  { name: "phone-ledger", window: phone, settings: { theme: "dark" }, act: ledger },
  { name: "wide-columns", window: wide, settings: { theme: "light", columns: 2 } },
  { name: "dyslexic", window: desk, settings: { theme: "sepia", font: "dyslexic", paragraphSpacing: 1.6, lineHeight: 1.9 } },
  { name: "arabic", window: wide, settings: { theme: "light" }, article: arabicArticle, phrases: arabicWords, act: ledger },
  { name: "footnote", window: desk, settings: { theme: "light" }, act: `shown.$("sup a").scrollIntoView({block: "center"}); ${frames} shown.$("sup a").click()` },
  { name: "lightbox", window: desk, settings: { theme: "light" }, act: `shown.$(".body img").click()` },
  { name: "shortcuts", window: wide, settings: { theme: "sepia" }, act: press("Keyboard shortcuts") },
  { name: "ruler", window: desk, settings: { theme: "light", ruler: true }, act: `shown.$(".ruler").style.setProperty("--at", "406px")` },
  { name: "keep", window: wide, settings: { theme: "light" }, act: press("Keep") },
  { name: "listen", window: desk, settings: { theme: "light" }, prelude: stubVoice, act: `${press("Listen")}; ${frames} speechSynthesis.word(4, 9)` },
  { name: "highlights", window: wide, settings: { theme: "light" }, marks: highlights, act: press("Highlights and notes") },
  { name: "code", window: desk, settings: { theme: "light", size: 18 }, article: codeArticle },
  { name: "code-dark", window: desk, settings: { theme: "dark", size: 18 }, article: codeArticle },
  { name: "forced-colours", window: wide, settings: { theme: "light" }, forced: true, act: appearance },
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
  for (const { name, window, settings, act, forced, phrases, prelude = "", marks = [], article = sampleArticle } of pictures) {
    if (!name.includes(values.only)) continue;
    await preferScheme(browser, page, forced ? "dark" : "light", { still: true, forced });
    await page.setViewport({ ...window, deviceScaleFactor: 1 });
    await openHarness(page, server.url, `${prelude}\n${script}`, article, { settings, fonts: true, phrases, marks, files: true, rules: [] });
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
