// Builds the extension for both browsers from one source: node extension/build.mjs [--test]
//
// With --test it lands in build/extension/ instead of dist/extension/ and its shadow root is open, so that tests can
// look in. Needs the wasm build (build/wasm/). The same sources give the same bytes.

import { access, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { copyFonts } from "../scripts/fonts.mjs";
import { writeLocales } from "./words.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "extension");
const browsers = ["chromium", "firefox"];
const readerWords = join(root, "web/src/reader/locales");
const pages = ["options", "refused", "welcome"];
const icons = ["16", "32", "48", "128", "readable-16", "readable-32", "readable-48"].map((name) => `icons/${name}.png`);

/**
 * Builds the extension.
 * @param {object} [options]
 * @param {boolean} [options.test] build for tests: open shadow root
 * @param {boolean} [options.readable] code to be read by people, which only tests are
 * @param {string} [options.target] the folder to build into; what is in it is removed
 * @param {object} [options.manifest] keys of the manifest for tests: rights that a person would be asked for
 * @returns {Promise<string>} the folder that holds one folder for each browser
 */
export async function buildExtension({ test = false, readable = test, target = join(root, test ? "build/extension" : "dist/extension"), manifest = {} } = {}) {
  await requireCore();
  await rm(target, { recursive: true, force: true });
  for (const browser of browsers) {
    const folder = join(target, browser);
    await mkdir(folder, { recursive: true });
    await bundle(folder, { test, readable });
    await copyFiles(folder);
    await writeLocales(join(source, "locales"), join(folder, "_locales"));
    await writeFile(join(folder, "manifest.json"), `${JSON.stringify({ ...(await makeManifest(browser)), ...manifest }, null, 2)}\n`);
  }
  return target;
}

async function requireCore() {
  for (const file of ["build/wasm/pith_core.mjs", "build/wasm/pith_core.wasm"]) {
    await access(join(root, file)).catch(() => {
      throw new Error(`${file} is not built; run 'npm run build', or the CMake preset 'wasm'`);
    });
  }
}

/** The base with the browser's own keys over it; the version stands in package.json only. */
async function makeManifest(browser) {
  const [base, overlay, { version }] = await Promise.all(
    [join(source, "manifest.base.json"), join(source, `manifest.${browser}.json`), join(root, "package.json")].map(readJson),
  );
  return { ...base, version, ...overlay };
}

async function bundle(folder, { test, readable }) {
  const languages = (await readerLanguages()).filter((language) => language !== "en");
  const shared = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    target: ["chrome123", "firefox140"],
    charset: "utf8",
    legalComments: "none",
    minify: !readable,
    loader: { ".css": "text" },
    define: { PITH_SHADOW_MODE: JSON.stringify(test ? "open" : "closed"), PITH_LANGUAGES: JSON.stringify(languages) },
    plugins: [elementsOnly],
    logLevel: "warning",
  };
  await build({ ...shared, format: "esm", entryPoints: ["extension/src/background.ts"] });
  await build({ ...shared, format: "esm", entryPoints: pages.map((page) => `extension/src/pages/${page}.ts`) });
  // Content scripts are classic scripts, and what they name would be names of the page's other content scripts of ours.
  await build({ ...shared, format: "iife", entryPoints: ["extension/src/content.ts", "extension/src/early.ts", "extension/src/watch.ts"] });
}

/** Takes out of DOMPurify what parses text as HTML: it is given elements only, and stores look for such places. */
const elementsOnly = {
  name: "DOMPurify for elements only",
  setup(build) {
    build.onLoad({ filter: /[\\/]dompurify[\\/]dist[\\/]purify\.es\.mjs$/ }, async ({ path }) => {
      const parts = (await readFile(path, "utf8")).split("doc.documentElement.innerHTML = IS_EMPTY_INPUT ? emptyHTML : dirtyPayload;");
      if (parts.length !== 2) throw new Error(`${path} is not as extension/build.mjs knows it`);
      return { contents: parts.join('throw new Error("only elements are sanitized");'), loader: "js" };
    });
  },
};

async function copyFiles(folder) {
  await cp(join(root, "build/wasm/pith_core.wasm"), join(folder, "pith.wasm"));
  for (const file of [...pages.map((page) => `${page}.html`), "refused.css"]) await cp(join(source, "pages", file), join(folder, file));
  await writeFile(join(folder, "page.css"), (await readerPalette()) + (await readFile(join(source, "pages/page.css"), "utf8")));
  for (const file of icons) await cp(join(source, file), join(folder, file));
  await copyFonts(join(folder, "fonts"));
  // English is built in.
  for (const language of await readerLanguages()) if (language !== "en") await cp(join(readerWords, `${language}.json`), join(folder, "reader", `${language}.json`));
}

/** The colours of the reader's automatic theme, for pages beside it. */
async function readerPalette() {
  const [, view] = /\.pith \{([^}]*)\}/.exec(await readFile(join(root, "web/src/reader/reader.css"), "utf8"));
  return `:root {\n${view.match(/^ *--[\w-]+: light-dark\(.*$/gm).join("\n")}\n}\n`;
}

/** The languages that the reader has words in. */
async function readerLanguages() {
  return (await readdir(readerWords)).filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -".json".length)).sort();
}

async function readJson(file) {
  return JSON.parse(await readFile(file, "utf8"));
}

if (resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  const unknown = process.argv.slice(2).filter((argument) => argument !== "--test");
  if (unknown.length > 0) throw new Error(`unknown argument ${unknown[0]}; usage: node extension/build.mjs [--test]`);
  console.log(await buildExtension({ test: process.argv.includes("--test") }));
}
