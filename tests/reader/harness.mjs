// Puts the reader view alone into a page, with a host that notes what the view asks of it.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { fontFiles } from "../../scripts/fonts.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const entry = `
import { allFeatures, essentialFeatures, mountReader, openOverlay } from "./web/src/reader/index.js";

/**
 * untouched: nobody uses the view, whose panels else are opened once. sanitizes: "notes" or "fails", the latter but for the first blocks.
 * place: "shadow" covers the window from an open shadow root, "element" fills an element of the page, "overlay" is the modal one.
 */
globalThis.show = (article, { place = "shadow", settings = {}, refuse = false, essential = false, fonts = false, rules, marks, files = false, phrases, untouched = false, sanitizes, loadMarkdown } = {}) => {
  const calls = { saved: [], closed: 0, copied: [], fonts: [], rules, sanitized: [] };
  const host = {
    loadSettings: () => (refuse ? Promise.reject(new Error("no store")) : Promise.resolve(settings)),
    saveSettings: (saved) => (calls.saved.push(saved), refuse ? Promise.reject(new Error("no store")) : Promise.resolve()),
    close: () => { calls.closed++; },
    ...(fonts && { loadFont: async (file) => (calls.fonts.push(file), (await fetch("/fonts/" + file)).arrayBuffer()) }),
    ...(phrases && { phrases }),
    ...(sanitizes && {
      sanitize(holder) {
        if (sanitizes === "fails" && calls.sanitized.length > 0) throw new Error("not to be sanitized");
        calls.sanitized.push({ blocks: holder.children.length, inPage: holder.isConnected, last: holder.lastElementChild.textContent });
      },
    }),
    ...(marks && { marks: { load: async () => marks, save: async () => {} } }),
    ...(files && { saveFile: async () => {} }),
    ...(rules && {
      rules: {
        list: async () => calls.rules,
        add: async (rule) => void (calls.rules = [...calls.rules.filter(({ selector }) => selector !== rule.selector), rule]),
        remove: async (rule) => void (calls.rules = calls.rules.filter(({ selector }) => selector !== rule.selector)),
        suggest: (element) => (element > 0 ? ".e" + element : null),
      },
    }),
    ...(loadMarkdown && { loadMarkdown }),
    copyText: (text) => { calls.copied.push(text); return refuse ? Promise.reject(new Error("no")) : Promise.resolve(); },
  };
  const around = document.createElement("div");
  let overlay;
  if (place === "overlay") overlay = openOverlay(document, "open", host.close);
  else document.body.append(around);
  around.style.height = "100vh";
  const root = overlay?.body ?? (place === "shadow" ? around.attachShadow({ mode: "open" }) : around);
  const reader = mountReader(root, article, host, essential ? essentialFeatures : allFeatures);
  const view = reader.element.shadowRoot?.querySelector(".pith") ?? reader.element;
  // Panels are made when they are first opened.
  const focused = view.getRootNode().activeElement;
  if (!untouched) for (const button of view.querySelectorAll(".tools [aria-controls]")) button.click(), button.click();
  focused?.focus({ preventScroll: true });
  globalThis.shown = { calls, reader, overlay, view, $: (selector) => view.querySelector(selector), $$: (selector) => [...view.querySelectorAll(selector)] };
};`;

/** The view as one script that defines `show`. */
export async function bundleHarness() {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return outputFiles[0].text;
}

/** What a server answers to requests for font files; undefined to others. */
export function answerFonts(path) {
  if (!path.startsWith("/fonts/")) return undefined;
  return (async () => {
    const found = (await fontFiles()).find(({ file }) => path === `/fonts/${file}`);
    return found && { body: await readFile(found.path), type: "font/woff2" };
  })();
}

/** A page of a browser with the view in it. */
export async function openHarness(page, url, script, article, options) {
  await page.goto(url);
  await page.evaluate(script);
  await page.evaluate((given, chosen) => globalThis.show(given, chosen), article, options ?? {});
}
