// Builds the demo page: dist/demo/. Run by `npm run build`.
//
// It is served with dist/package below /pith/ and dist/bookmarklet below /bookmarklet/.

import { copyFile, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(dirname(dirname(here)), "dist/demo");

/** @param {string} [target] the folder to build into; what is in it is removed */
export async function buildDemo(target = out) {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await build({
    entryPoints: [join(here, "demo.ts")],
    outdir: target,
    bundle: true,
    format: "esm",
    splitting: true, // the reader's words: a file for each language, loaded when it is wanted
    chunkNames: "part-[hash]",
    target: "es2022",
    external: ["/pith/index.js"], // the package as it is published, at run time
    logLevel: "warning",
  });
  for (const file of ["index.html", "demo.css", "sample.html", "sample.png"]) await copyFile(join(here, file), join(target, file));
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildDemo();
