// Bundles of the site's script and of its worker by each bundler, with the settings that docs/environments.md gives.

import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inRoot } from "../../scripts/layout.mjs";

const matrix = createRequire(inRoot("tests/matrix/package.json"));

/** A package of tests/matrix. */
export const load = async (name, entry = name) => import(pathToFileURL(matrix.resolve(entry)));

/** What bundlers that do not follow `new URL(…, import.meta.url)` need: the pool's worker as an entry, and the module beside it. */
function entriesOf(project) {
  const inPackage = (file) => join(project, "node_modules/pith/dist/package", file);
  return {
    entries: { site: join(project, "site.js"), site_worker: join(project, "site_worker.js"), worker_script: inPackage("worker_script.js") },
    copyWasm: (out) => copyFile(inPackage("pith.wasm"), join(out, "pith.wasm")),
  };
}

export const bundlers = {
  async esbuild(project, out) {
    const { build } = await import("esbuild");
    const { entries, copyWasm } = entriesOf(project);
    await build({ entryPoints: entries, outdir: out, bundle: true, format: "esm", minify: true, logLevel: "error" });
    await copyWasm(out);
  },

  async Rollup(project, out) {
    const [{ rollup }, { default: nodeResolve }] = [await load("rollup"), await load("@rollup/plugin-node-resolve")];
    const { entries, copyWasm } = entriesOf(project);
    const bundle = await rollup({ input: entries, plugins: [nodeResolve({ browser: true })] });
    await bundle.write({ dir: out, format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" });
    await bundle.close();
    await copyWasm(out);
  },

  async Vite(project, out) {
    const { build } = await load("vite");
    const { entries } = entriesOf(project);
    await build({
      root: project,
      configFile: false,
      logLevel: "error",
      worker: { format: "es" },
      build: {
        outDir: out,
        assetsInlineLimit: 0,
        rollupOptions: { input: { site: entries.site, site_worker: entries.site_worker }, output: { entryFileNames: "[name].js" }, preserveEntrySignatures: "strict" },
      },
    });
  },

  async webpack(project, out) {
    const { default: webpack } = await load("webpack");
    const { entries } = entriesOf(project);
    const compiler = webpack({
      context: project,
      mode: "production",
      target: "web",
      entry: { site: entries.site, site_worker: entries.site_worker },
      output: { path: out, filename: "[name].js", publicPath: "auto", module: true },
      experiments: { outputModule: true },
      performance: false,
    });
    const stats = await new Promise((resolve, reject) => compiler.run((error, found) => (error ? reject(error) : resolve(found))));
    await new Promise((resolve) => compiler.close(resolve));
    if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  },
};

/** Bundles into a folder of its own. */
export async function bundleWith(name, project, out) {
  await mkdir(out, { recursive: true });
  await bundlers[name](project, out);
}
