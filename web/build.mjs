// Builds dist/package, which `npm pack` packs, from web/src and the WebAssembly core. Run by `npm run build`.

import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const glue = join(root, "build/wasm/pith_core.mjs");
const wasm = join(root, "build/wasm/pith_core.wasm");
const types = join(root, "build/types");
const out = join(root, "dist/package");
/** What programs import, each with its types. */
const entries = ["index", "inline", "reader", "reader_languages", "worker", "pages", "readability", "defuddle", "export"];
/** What is run by its address. */
const scripts = ["worker_script", "cli"];
/** What Node programs can `require`. */
const required = entries.filter((name) => !["pages", "reader", "reader_languages"].includes(name));
const run = promisify(execFile);

async function buildPackage() {
  await requireCore();
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await Promise.all([bundleModules(version), bundleForRequire(version), declare(), copyFile(wasm, join(out, "pith.wasm"))]);
  await chmod(join(out, "cli.js"), 0o755);
  await chmod(join(out, "pith.wasm"), 0o644); // the linker makes it executable
}

async function requireCore() {
  for (const file of [glue, wasm]) {
    await stat(file).catch(() => {
      throw new Error(`${relative(root, file)} is not built; run 'npm run build', or the CMake preset 'wasm'`);
    });
  }
}

const sourceOf = (name) => join(root, `web/src/${name}.ts`);

function commonOptions(version) {
  return {
    bundle: true,
    target: "es2022",
    platform: "neutral",
    outdir: out,
    define: { PITH_VERSION: JSON.stringify(version) },
    loader: { ".txt": "text", ".css": "text" },
    logLevel: "warning",
  };
}

/**
 * The entries share what they have in common through chunks, so that the package has it once; all files lie in one folder,
 * since pith.wasm is found beside the chunk that loads it. Not minified: who bundles for the web minifies anyway, and the
 * package stays readable.
 */
async function bundleModules(version) {
  await build({
    ...commonOptions(version),
    entryPoints: [...entries, ...scripts].map(sourceOf),
    format: "esm",
    splitting: true,
    chunkNames: "shared-[hash]",
    external: ["node:*"],
    plugins: [packedWasm],
  });
}

/**
 * For `require` in Node, where a module cannot be required before version 22: one script with all entries, and a line for
 * each of them. It reads pith.wasm from beside itself instead of holding its bytes, and nobody bundles it, so it is minified.
 */
async function bundleForRequire(version) {
  const contents = required.map((name) => `export * as ${name} from "./web/src/${name}.ts";`).join("\n");
  await build({
    ...commonOptions(version),
    stdin: { contents, resolveDir: root },
    outdir: undefined,
    outfile: join(out, "node.cjs"),
    format: "cjs",
    platform: "node",
    minify: true,
    keepNames: true,
    define: { ...commonOptions(version).define, "import.meta.url": "thisFile" },
    banner: { js: 'const thisFile = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [wasmFileInNode],
  });
  for (const name of required) await writeFile(join(out, `${name}.cjs`), `module.exports = require("./node.cjs").${name};\n`);
}

/** Gives `import … from "….wasm"` the module's bytes, packed as web/src/inline/lzma.ts unpacks them. */
const packedWasm = {
  name: "packed wasm",
  setup(build) {
    build.onLoad({ filter: /\.wasm$/ }, async ({ path }) => {
      const format = ["--format=raw", "--lzma1=preset=9e,dict=1MiB,lc=3,lp=0,pb=1,nice=273", "--stdout", path];
      const { stdout } = await run("xz", format, { encoding: "buffer", maxBuffer: 1 << 26 });
      const { size } = await stat(path);
      return { contents: `export const base64 = ${JSON.stringify(stdout.toString("base64"))};\nexport const size = ${size};\n` };
    });
  },
};

/** Where Node can read a file at once, the bytes need not stand in a script. */
const wasmFileInNode = {
  name: "wasm file in Node",
  setup(build) {
    build.onResolve({ filter: /inline\/module\.js$/ }, () => ({ path: sourceOf("inline/module_in_node") }));
  },
};

/** Type declarations: all are checked and made, but only what the entries' own lead to is shipped, for `import` and `require`. */
async function declare() {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  await rm(types, { recursive: true, force: true });
  await run(process.execPath, [compiler, "-p", join(root, "web/tsconfig.package.json")]).catch((error) => {
    throw new Error(`the types do not check:\n${error.stdout}`);
  });
  await ship(entries, (name, text) => writeFile(join(out, `${name}.d.ts`), text));
  await ship(required, (name, text) => writeFile(join(out, `${name}.d.cts`), text.replaceAll(/(from "\.[^"]+)\.js"/g, '$1.cjs"')));
}

/** Writes the declarations of `names` and of all that they lead to. */
async function ship(names, write) {
  const shipped = new Set(names);
  for (const name of shipped) {
    const text = await withTables(await readFile(join(types, `${name}.d.ts`), "utf8"), name);
    for (const [, imported] of text.matchAll(/(?:from|import\() ?"(\.[^"]+)\.js"/g)) {
      const needed = posix.join(posix.dirname(name), imported);
      if (needed.startsWith("..")) throw new Error(`${name}.d.ts needs a declaration that is not in the package`);
      shipped.add(needed);
    }
    await mkdir(dirname(join(out, name)), { recursive: true });
    await write(name, text);
  }
}

/** JSON is a type literal, too: programs that check their types need not know how to import it. */
async function withTables(text, name) {
  for (const [line, binding, path] of text.matchAll(/^import (\w+) from "(\.[^"]+\.json)".*$/gm)) {
    const table = JSON.parse(await readFile(join(dirname(sourceOf(name)), path), "utf8"));
    text = text.replace(line, () => `declare const ${binding}: ${JSON.stringify(table)};`);
  }
  return text;
}

await buildPackage().catch((error) => {
  console.error(`web/build.mjs: ${error.message}`);
  process.exitCode = 1;
});
