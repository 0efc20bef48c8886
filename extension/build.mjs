// Builds the extension for both browsers from one source: node extension/build.mjs [--test]
//
// With --test it lands in build/extension/ instead of dist/extension/ and its shadow root is open, so that tests can
// look in. Needs the wasm build (build/wasm/). The same sources give the same bytes.

import { access, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "extension");
const browsers = ["chromium", "firefox"];
const icons = [16, 32, 48, 128].map((size) => `icons/${size}.png`);

/**
 * Builds the extension.
 * @param {object} [options]
 * @param {boolean} [options.test] build for tests: open shadow root, readable code
 * @param {string} [options.target] the folder to build into; what is in it is removed
 * @returns {Promise<string>} the folder that holds one folder for each browser
 */
export async function buildExtension({ test = false, target = join(root, test ? "build/extension" : "dist/extension") } = {}) {
  await requireCore();
  await rm(target, { recursive: true, force: true });
  for (const browser of browsers) {
    const folder = join(target, browser);
    await mkdir(folder, { recursive: true });
    await bundle(folder, test);
    await copyFiles(folder);
    await writeFile(join(folder, "manifest.json"), `${JSON.stringify(await makeManifest(browser), null, 2)}\n`);
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

async function bundle(folder, test) {
  const shared = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    target: ["chrome123", "firefox140"],
    charset: "utf8",
    legalComments: "none",
    minify: !test,
    loader: { ".css": "text" },
    define: { PITH_SHADOW_MODE: JSON.stringify(test ? "open" : "closed") },
    logLevel: "warning",
  };
  await build({ ...shared, format: "esm", entryPoints: ["extension/src/background.ts", "extension/src/refused.ts"] });
  // Content scripts are classic scripts, and this one runs anew at every click: nothing may be left in its global scope.
  await build({ ...shared, format: "iife", entryPoints: ["extension/src/content.ts"] });
}

async function copyFiles(folder) {
  await cp(join(root, "build/wasm/pith_core.wasm"), join(folder, "pith.wasm"));
  for (const file of ["_locales", "refused.html", "refused.css", ...icons]) {
    await cp(join(source, file), join(folder, file), { recursive: true });
  }
}

async function readJson(file) {
  return JSON.parse(await readFile(file, "utf8"));
}

if (resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  const unknown = process.argv.slice(2).filter((argument) => argument !== "--test");
  if (unknown.length > 0) throw new Error(`unknown argument ${unknown[0]}; usage: node extension/build.mjs [--test]`);
  console.log(await buildExtension({ test: process.argv.includes("--test") }));
}
