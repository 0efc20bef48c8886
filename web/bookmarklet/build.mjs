// Builds the bookmarklets: dist/bookmarklet/*.url.txt and the page that installs them. Run by `npm run build`.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { encode85 } from "./base85.mjs";
import { makeInstaller } from "./installer.mjs";
import { pack, packQuickly, packTightly, unpacker } from "./pack.mjs";
import { strictScript } from "./strict.mjs";
import { overBudget, printTable } from "./table.mjs";
import { usedPhrases } from "./used_phrases.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const out = join(root, "dist/bookmarklet");
const cache = join(root, "build/bookmarklet");

/** The longest URL that Firefox keeps in a bookmark; Chromium has no limit that matters. */
export const firefoxLimit = 65_536;

/** What there is to drag, with the longest that it may be. */
export const variants = {
  pith: { entry: "compact/entry.ts", wasm: "pith_compact.wasm", most: firefoxLimit },
  "pith-full": { entry: "entry.ts", wasm: "pith_full.wasm", most: Infinity },
  "pith-strict": { entry: "compact/entry_strict.ts", wasm: "pith_compact.wasm", unpacked: true, most: Infinity },
};

/**
 * Makes a bookmarklet's URL.
 * @param {object} [options]
 * @param {keyof variants} [options.variant]
 * @param {"open" | "closed"} [options.shadow] tests look into an open shadow root
 * @param {boolean} [options.quick] deflate in a moment instead of as small as can be
 * @param {boolean} [options.timed] leaves performance marks behind, for bench/bookmarklet.mjs
 * @returns {Promise<{variant: string, url: string, parts: [name: string, bytes: number | undefined, packed: number | undefined][]}>}
 */
export async function makeBookmarklet({ variant = "pith", shadow = "closed", quick = false, timed = false } = {}) {
  const { entry, wasm: file, unpacked, most } = variants[variant];
  const wasm = await readFile(join(root, "build/wasm", file));
  if (unpacked) return { variant, ...(await strictBookmarklet(entry, wasm, { shadow, timed })) };
  const { text, view } = await bundle(entry, { shadow, timed });
  const script = Buffer.from(`(async wasm=>{${text}})`);
  const bytes = Buffer.concat([script, wasm]);
  const deflated = quick ? packQuickly(bytes) : await pack(bytes, cache);
  // What browsers unpack by themselves starts sooner; what fits comes first.
  let made = await packedUrl("unpack_deflate.js", deflated, bytes, script);
  if (made.url.length > most) made = await packedUrl("unpack_model.js", Buffer.concat([unpacker(), packTightly(bytes)]), bytes, script);
  const { url, payload, packed } = made;
  const shrink = most === Infinity ? packQuickly : packTightly;
  const parts = [
    ["engine", wasm.length, shrink(wasm).length],
    ["script", script.length, shrink(script).length],
    ["of it the view", view, undefined],
    ["together", bytes.length, packed],
    ["in base 85", undefined, payload],
    ["bootstrap", undefined, url.length - payload],
    ["the URL", undefined, url.length],
  ];
  return { variant, url, parts };
}

/** The URL that unpacks by `unpack`, one of unpack_*.js, what was packed so. */
async function packedUrl(unpack, packed, bytes, script) {
  const payload = encode85(packed);
  const bootstrap = await makeBootstrap(unpack);
  const url = `javascript:${bootstrap
    .replace("PACKED", packed.length)
    .replaceAll("UNPACKER", unpacker().length)
    .replace("SIZE", bytes.length)
    .replaceAll("SCRIPT", script.length)
    .replace("PAYLOAD", () => payload)}`; // a function: the payload may contain what `replace` takes for a pattern
  if (new URL(url).href !== url || !/^[!-~ ]*$/.test(url) || /[?#%]/.test(url)) throw new Error("the URL would be changed by a browser");
  return { url, payload: payload.length, packed: packed.length };
}

/** Nothing unpacked may be run on strict pages: the engine as JavaScript, and all of it as it stands. */
async function strictBookmarklet(entry, wasm, options) {
  const engine = await strictScript(wasm);
  const { text, view } = await bundle(entry, options, {
    name: "strict-engine",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^strict-engine$/ }, ({ path }) => ({ path, namespace: "strict" }));
      onLoad({ filter: /./, namespace: "strict" }, () => ({ contents: engine, loader: "js", resolveDir: here }));
      onResolve({ filter: /^env$/ }, () => ({ path: join(here, "compact/env.ts") }));
      onResolve({ filter: /^wasi_snapshot_preview1$/ }, () => ({ path: join(here, "compact/system.ts") }));
    },
  });
  // What browsers escape is escaped, and what they would take for an escape; they undo it when they run it.
  const escape = (character) => Buffer.from(character).toString("hex").replace(/../g, "%$&").toUpperCase();
  const url = `javascript:void(()=>{${text.replace(/[^!-~]|[%#"<>`']/gu, escape)}})()`;
  if (new URL(url).href !== url || !/^[!-~]*$/.test(url)) throw new Error("the URL would be changed by a browser");
  return { url, parts: [["engine", engine.length, undefined], ["of it the view", view, undefined], ["script", text.length, undefined], ["the URL", undefined, url.length]] };
}

/** Members of our own modules that no browser, no message and nothing stored knows by these names: in a bookmark they are letters. */
const ownMembers =
  /^(addButton|addFact|addPanel|addStyle|addText|attribute|attributeNames|breaks|copyText|covers|declared|destroy|dismiss|excerpt|following|headings|heads|hides|inFrame|initial|inner|invisible|isArticle|isFrame|isOpen|layout|linked|locale|makeModal|most|onBlocks|onChange|onClose|onEntry|onKey|onOpen|panel|parts|phrases|rendered|rootOf|scroller|settings|shortcuts|snapshot|stays|styles|subheadings|toolbar|whole)$/;

/** Twice, since which of the view's phrases are used can be told only from the code. */
async function bundle(entry, options, ...plugins) {
  const withoutPhrases = await bundleWith("", entry, options, plugins);
  const { outputFiles, metafile } = await bundleWith(withoutPhrases.outputFiles[0].text, entry, options, plugins);
  const inputs = Object.entries(Object.values(metafile.outputs)[0].inputs);
  const sizeOf = (folder) => inputs.reduce((sum, [path, { bytesInOutput }]) => sum + (path.startsWith(folder) ? bytesInOutput : 0), 0);
  const builtins = await transform(await readFile(join(here, "builtins.js"), "utf8"), { minify: true });
  return { text: builtins.code.trim() + outputFiles[0].text.trim(), view: sizeOf("web/src/reader") };
}

/** @param {string} code what the phrases are chosen for */
function bundleWith(code, entry, { shadow, timed }, plugins) {
  return build({
    absWorkingDir: root,
    entryPoints: [join(here, entry)],
    bundle: true,
    minify: true,
    mangleProps: ownMembers,
    format: "esm",
    target: "es2022",
    charset: "ascii",
    legalComments: "none",
    define: { PITH_SHADOW_MODE: JSON.stringify(shadow), PITH_TIMED: String(timed) },
    plugins: [smallCss, smallView, usedPhrases(code), ...plugins],
    write: false,
    metafile: true,
    logLevel: "warning",
  });
}

/** Stylesheets are imported as text, which the bundler leaves as it is. */
const smallCss = {
  name: "small-css",
  setup({ initialOptions, onLoad }) {
    if (initialOptions.entryPoints[0].startsWith(join(here, "compact"))) onLoad({ filter: /kinds\.css$/ }, () => ({ contents: "", loader: "text" }));
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: "chrome123" });
      const contents = code.trim().replace(/(--[\w-]+:) /g, "$1").replace(/, /g, ",").replace(/ }/g, "}"); // what custom properties hold is left alone
      return { contents, loader: "text" };
    });
  },
};

/** The view has some of its modules from `view/`: in a bookmarklet it is in one language and one place, and keeps nothing. */
const smallView = {
  name: "small-view",
  setup({ onResolve }) {
    onResolve({ filter: /\/(live_settings|phrases|place|settings)\.js$/ }, ({ path, importer }) =>
      importer.startsWith(join(root, "web/src/reader")) ? { path: join(here, "view", basename(path, ".js") + ".ts") } : undefined);
  },
};

/** Syntax is not minified, since that would bring question marks. */
async function makeBootstrap(unpack) {
  const { outputFiles } = await build({
    entryPoints: [join(here, "bootstrap.js")],
    bundle: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    format: "esm",
    charset: "ascii",
    target: "es2022",
    alias: { unpack: join(here, unpack) },
    write: false,
  });
  // One statement after "javascript:", and no name of it in the page's world.
  return `void(async()=>{${outputFiles[0].text.trim().replace(/;$/, "")}})()`;
}

async function main() {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const all = [];
  for (const variant of Object.keys(variants)) {
    const made = await makeBookmarklet({ variant });
    await writeFile(join(out, `${variant}.url.txt`), made.url);
    all.push(made);
  }
  await writeFile(join(out, "index.html"), await makeInstaller(all));
  for (const made of all) printTable(made);
  const over = all.flatMap(overBudget);
  if (over.length > 0) throw new Error(`over the budget of web/bookmarklet/budget.json: ${over.join("; ")}`);
}

if (argv[1] === fileURLToPath(import.meta.url)) await main();
