// The pages that tests/pages holds, each a folder `<topic>--<case>` with page.html, and what the native command makes of them.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import { inRoot, kNativeCommand } from "../../scripts/layout.mjs";

const kFolder = inRoot("tests/pages");

/** The folders with a page, by name. */
export function pageNames() {
  return readdirSync(kFolder)
    .filter((name) => existsSync(path.join(kFolder, name, "page.html")))
    .sort();
}

/** A file in a page's folder. */
export const inPage = (name, file) => path.join(kFolder, name, file);

/** The article of a page as the native command gives it in JSON. */
export function extractPage(name) {
  const output = execFileSync(kNativeCommand, ["--format", "json", "--url", `https://pages.example/${name}/page.html`, inPage(name, "page.html")], { maxBuffer: 1 << 26 });
  return JSON.parse(output);
}
