// npm run lint:extension: what Mozilla's store would say of dist/pith-firefox.zip, by the linter that `web-ext lint` runs, too.

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createInstance } from "addons-linter";
import { packExtension } from "./pack.mjs";

/**
 * @param {string} file a packed extension
 * @returns {Promise<string[]>} errors, warnings and notices, a line each
 */
export async function lintExtension(file) {
  const linter = createInstance({ config: { _: [file], logLevel: "fatal", output: "none", minManifestVersion: 3, maxManifestVersion: 3 } });
  const { errors, warnings, notices } = await linter.run();
  return [...errors, ...warnings, ...notices].map(({ _type, code, message, file: where = "", line = "" }) => `${_type}: ${code}: ${message} ${where}:${line}`);
}

if (resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  const [, firefox] = await packExtension();
  const found = await lintExtension(firefox);
  for (const line of found) console.log(line);
  console.log(`${found.length} errors, warnings and notices`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
