// Builds dist/package, which `npm pack` packs, from web/src and the WebAssembly core. Run by `npm run build`.

import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const glue = join(root, "build/wasm/pith_core.mjs");
const wasm = join(root, "build/wasm/pith_core.wasm");
const types = join(root, "build/types");
const out = join(root, "dist/package");
const facades = ["readability", "defuddle"];

await buildPackage().catch((error) => {
  console.error(`web/build.mjs: ${error.message}`);
  process.exitCode = 1;
});

async function buildPackage() {
  await requireCore();
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await Promise.all([bundle(version), declare(), copyFile(wasm, join(out, "pith.wasm"))]);
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

/**
 * Each entry is one file that stands alone but for pith.wasm, so a browser needs one request. inline.js has the module's
 * bytes inside; the entries in Readability's and Defuddle's form import it, so that the package has them once. Not
 * minified: who bundles for the web minifies anyway, and the package stays readable.
 */
async function bundle(version) {
  const options = {
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    outdir: out,
    define: { PITH_VERSION: JSON.stringify(version) },
    loader: { ".txt": "text", ".css": "text", ".wasm": "base64" },
    logLevel: "warning",
  };
  await build({ ...options, entryPoints: ["index", "inline", "reader"].map((name) => join(root, `web/src/${name}.ts`)) });
  await build({ ...options, entryPoints: facades.map((name) => join(root, `web/src/${name}.ts`)), external: ["./inline.js"] });
  await build({ ...options, entryPoints: [join(root, "web/src/cli.ts")], platform: "node", banner: { js: "#!/usr/bin/env node" } });
}

/** Type declarations: all are checked and made, but only what the entries' own lead to is shipped. */
async function declare() {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  await rm(types, { recursive: true, force: true });
  await promisify(execFile)(process.execPath, [compiler, "-p", join(root, "web/tsconfig.package.json")]).catch((error) => {
    throw new Error(`the types do not check:\n${error.stdout}`);
  });
  const shipped = new Set(["index", "inline", "reader", ...facades]);
  for (const name of shipped) {
    const text = await readFile(join(types, `${name}.d.ts`), "utf8");
    for (const [, imported] of text.matchAll(/from "(\.[^"]+)\.js"/g)) {
      const needed = posix.join(posix.dirname(name), imported);
      if (needed.startsWith("..")) throw new Error(`${name}.d.ts needs a declaration that is not in the package`);
      shipped.add(needed);
    }
    await mkdir(dirname(join(out, name)), { recursive: true });
    await copyFile(join(types, `${name}.d.ts`), join(out, `${name}.d.ts`));
  }
}
