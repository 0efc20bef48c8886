// The package as its users get it: packed, then installed into an empty project.

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const run = promisify(execFile);

/**
 * Packs the built package and installs it. Nothing is downloaded: it has no dependencies.
 * @returns the project's folder, the package's folder in it, its files and their sizes, the tarball's size, the WebAssembly file, its command, its modules, and `remove`
 */
export async function installPackage() {
  await stat(join(root, "dist/package/index.js")).catch(() => {
    throw new Error("dist/package is not built; run 'npm run build' first");
  });
  const temporary = await mkdtemp(join(tmpdir(), "pith-package-"));
  const project = join(temporary, "project");
  await mkdir(project);
  await writeFile(join(project, "package.json"), '{ "name": "project", "private": true, "type": "module" }\n');
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", temporary], { cwd: root });
  const [packed] = JSON.parse(stdout);
  const tarball = join(temporary, packed.filename);
  await run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", tarball], { cwd: project });
  const loader = join(project, "load.js");
  await writeFile(loader, "export const importInProject = (entry) => import(entry);\n");
  const { importInProject } = await import(pathToFileURL(loader));
  return {
    project,
    folder: join(project, "node_modules/pith"),
    command: join(project, "node_modules/.bin/pith"),
    files: packed.files.map((file) => file.path),
    sizes: new Map(packed.files.map((file) => [file.path, file.size])),
    packedSize: packed.size,
    wasm: await readFile(join(project, "node_modules/pith/dist/package/pith.wasm")),
    load: (entry = "pith") => importInProject(entry),
    remove: () => rm(temporary, { recursive: true, force: true }),
  };
}

/** The test pages of this repository: name and file of each. */
export async function testPages() {
  const folder = join(root, "tests/pages");
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return Promise.all(names.map(async (name) => ({ name, file: join(folder, name, "page.html"), bytes: await readFile(join(folder, name, "page.html")) })));
}
