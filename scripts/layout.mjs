// Where things lie. Each source of a third party can lie elsewhere, by environment variable.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The top of this repository. */
export const kRoot = fileURLToPath(new URL("..", import.meta.url));

/** A path inside the repository. */
export const inRoot = (...parts) => path.join(kRoot, ...parts);

/** The versions that are pinned or required. */
export const kVersions = JSON.parse(readFileSync(new URL("./versions.json", import.meta.url), "utf8"));

/** Gumbo's C sources: those of the npm package unless PITH_GUMBO_DIR says otherwise. */
export const gumboFolder = () => process.env.PITH_GUMBO_DIR ?? inRoot("node_modules/gumbo-parser/deps/gumbo-parser/src");

/** utf8proc's C sources: fetched by set-up unless PITH_UTF8PROC_DIR says otherwise. */
export const utf8procFolder = () => process.env.PITH_UTF8PROC_DIR ?? inRoot("build/deps/utf8proc");

/** The native command, built. */
export const kNativeCommand = inRoot("dist/native/pith");

const kDebianNodeModules = "/usr/share/nodejs";

/** The environment that compilers run in: Debian's emcc finds its JavaScript parser only through NODE_PATH. */
export function toolEnvironment() {
  if (!existsSync(kDebianNodeModules)) return process.env;
  return { ...process.env, NODE_PATH: [process.env.NODE_PATH, kDebianNodeModules].filter(Boolean).join(path.delimiter) };
}
