// Builds the bookmarklet: dist/bookmarklet/pith.url.txt and the page that installs it. Run by `npm run build`.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { encode85 } from "./base85.mjs";
import { pack, packQuickly } from "./pack.mjs";
import { usedPhrases } from "./used_phrases.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const out = join(root, "dist/bookmarklet");
const cache = join(root, "build/bookmarklet");

/** The longest URL that Firefox keeps in a bookmark; Chromium has no limit that matters. */
export const firefoxLimit = 65_536;

/**
 * Makes the bookmarklet's URL.
 * @param {object} [options]
 * @param {"open" | "closed"} [options.shadow] tests look into an open shadow root
 * @param {boolean} [options.quick] pack in a moment instead of as small as can be
 * @returns {Promise<{url: string, parts: [name: string, bytes: number, packed: number][], packer: string}>}
 */
export async function makeBookmarklet({ shadow = "closed", quick = false } = {}) {
  const wasm = await readFile(join(root, "build/wasm/pith_compact.wasm"));
  const { script, view } = await bundle(shadow);
  const bytes = Buffer.concat([script, wasm]);
  const { packed, packer } = quick ? { packed: packQuickly(bytes), packer: "zlib" } : await pack(bytes, cache);
  const bootstrap = await makeBootstrap();
  const payload = encode85(packed);
  const url = `javascript:${bootstrap
    .replace("PACKED", packed.length)
    .replaceAll("SCRIPT", script.length)
    .replace("PAYLOAD", () => payload)}`; // a function: the payload may contain what `replace` takes for a pattern
  if (new URL(url).href !== url || !/^[!-~ ]*$/.test(url) || /[?#%]/.test(url)) throw new Error("the URL would be changed by a browser");
  const parts = [
    ["engine", wasm.length, packQuickly(wasm).length],
    ["reader view", view, undefined],
    ["scripts together", script.length, packQuickly(script).length],
    ["packed together", bytes.length, packed.length],
    ["in base 85", undefined, payload.length],
    ["bootstrap", undefined, url.length - payload.length],
    ["the URL", undefined, url.length],
  ];
  return { url, parts, packer };
}

async function bundle(shadow) {
  const withoutPhrases = await bundleWith(shadow, "");
  const { outputFiles, metafile } = await bundleWith(shadow, withoutPhrases.outputFiles[0].text);
  const inputs = Object.entries(Object.values(metafile.outputs)[0].inputs);
  const sizeOf = (folder) => inputs.reduce((sum, [path, { bytesInOutput }]) => sum + (path.startsWith(folder) ? bytesInOutput : 0), 0);
  return {
    script: Buffer.from(`(async wasm=>{${outputFiles[0].text.trim()}})`),
    view: sizeOf("web/src/reader"),
  };
}

/** @param {string} code what the phrases are chosen for */
function bundleWith(shadow, code) {
  return build({
    absWorkingDir: root,
    entryPoints: [join(here, "entry.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "ascii",
    legalComments: "none",
    define: { PITH_SHADOW_MODE: JSON.stringify(shadow) },
    plugins: [smallCss, usedPhrases(code)],
    write: false,
    metafile: true,
    logLevel: "warning",
  });
}

/** Stylesheets are imported as text, which the bundler leaves as it is. */
const smallCss = {
  name: "small-css",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: "chrome123" });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Syntax is not minified, since that would bring question marks. */
async function makeBootstrap() {
  const source = await readFile(join(here, "bootstrap.js"), "utf8");
  const { code } = await transform(source, { minifyWhitespace: true, minifyIdentifiers: true, charset: "ascii", target: "es2022" });
  return code.trim().replace(/;$/, "");
}

/** The page to drag the bookmarklet from, which says whether Firefox can keep it. */
export async function makePage(url) {
  const fits = url.length <= firefoxLimit;
  const length = url.length.toLocaleString("en");
  const limit = firefoxLimit.toLocaleString("en");
  const firefox = fits
    ? `The bookmarklet is one address of ${length} characters. Firefox keeps up to ${limit}, so it works there too.`
    : `The bookmarklet is one address of ${length} characters. <strong>Firefox keeps only ${limit}</strong> and drops longer bookmarks, ` +
      "some without a word: in Firefox, use the extension. Chromium and the browsers made from it keep it whole.";
  const values = { url: escapeAttribute(url), firefox };
  const template = await readFile(join(here, "index.html"), "utf8");
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}

function escapeAttribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function printTable({ url, parts, packer }) {
  const column = (value, width) => (value === undefined ? "" : value.toLocaleString("en")).padStart(width);
  console.log(`bookmarklet${" ".repeat(10)}bytes    packed   (${packer})`);
  for (const [name, bytes, packed] of parts) console.log(`  ${name.padEnd(17)}${column(bytes, 8)}${column(packed, 10)}`);
  const room = firefoxLimit - url.length;
  console.log(`  ${room >= 0 ? `fits Firefox with ${column(room, 0)} to spare` : `too long for Firefox by ${column(-room, 0)}`} characters`);
}

async function main() {
  const made = await makeBookmarklet();
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await writeFile(join(out, "pith.url.txt"), made.url);
  await writeFile(join(out, "index.html"), await makePage(made.url));
  printTable(made);
}

if (argv[1] === fileURLToPath(import.meta.url)) await main();
