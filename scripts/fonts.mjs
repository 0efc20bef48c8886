// The reader's faces that need files: web/src/reader/appearance/faces.json says which, from packages under the SIL Open Font License.

import { copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @returns {Promise<{file: string, path: string}[]>} each font file, by the name that the view asks for, and where it lies */
export async function fontFiles() {
  const faces = JSON.parse(await readFile(join(root, "web/src/reader/appearance/faces.json"), "utf8"));
  return faces.flatMap((face) => {
    const folder = join(root, "node_modules", face.package);
    const files = Object.keys(face.subsets).flatMap((subset) => face.styles.map((style) => `${face.name}-${subset}-${style}.woff2`));
    return [...files.map((file) => ({ file, path: join(folder, "files", file) })), { file: `${face.name}-LICENSE.txt`, path: join(folder, "LICENSE") }];
  });
}

/** Copies the font files with the text of their licences. */
export async function copyFonts(target) {
  await mkdir(target, { recursive: true });
  for (const { file, path } of await fontFiles()) await copyFile(path, join(target, file));
}
