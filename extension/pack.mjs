// npm run pack: the extension as both stores want it, dist/pith-chromium.zip and dist/pith-firefox.zip.
//
// The same sources give the same bytes: files in the order of their names, without times.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { buildExtension } from "./build.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
/** The first day that a ZIP file can tell of, whatever the time zone. */
const noTime = new Date(1980, 0, 1);

/**
 * Builds and packs.
 * @param {string} [target] the folder that the files go into
 * @param {string} [folder] where the extension is built; what is in it is removed
 * @returns {Promise<string[]>} the files
 */
export async function packExtension(target = join(root, "dist"), folder = join(root, "dist/extension")) {
  await mkdir(target, { recursive: true });
  const built = await buildExtension({ target: folder });
  const made = [];
  for (const browser of ["chromium", "firefox"]) {
    const file = join(target, `pith-${browser}.zip`);
    await writeFile(file, zipSync(await filesIn(join(built, browser)), { level: 9, mtime: noTime, os: 3, attrs: 0o100644 << 16 }));
    made.push(file);
  }
  return made;
}

async function filesIn(folder) {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [relative(folder, path).split(sep).join("/"), await readFile(path)])));
}

if (resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  for (const file of await packExtension()) console.log(relative(process.cwd(), file));
}
