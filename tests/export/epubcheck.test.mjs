// EPUBCheck, the W3C's own checker, finds nothing in a book of every test page, nor in one of a page full of mistakes. It runs where it is at hand: the command `epubcheck`, or
// PITH_EPUBCHECK with the path of epubcheck.jar.

import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { promisify } from "node:util";

import { epubFile } from "../../dist/package/export.js";
import { createExtractor } from "../../dist/package/index.js";
import { testPages } from "../package/installed.mjs";
import { mistakes } from "./mistakes.mjs";

const run = promisify(execFile);
const jar = process.env.PITH_EPUBCHECK;
const command = jar ? ["java", "-jar", jar] : ["epubcheck"];

/** Told by what it says: with nothing to check it fails, whatever it is asked for. */
function isThere() {
  const { stdout, stderr } = spawnSync(command[0], [...command.slice(1), "--version"], { encoding: "utf8" });
  return /EPUBCheck v\d/.test(`${stdout}${stderr}`);
}

it("EPUBCheck finds neither error nor warning in any book", { skip: !isThere() && "epubcheck is not installed", timeout: 550_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "pith-epub-"));
  try {
    const [{ extract }, png, pages] = await Promise.all([createExtractor(), readFile(new URL("../../web/demo/sample.png", import.meta.url)), testPages()]);
    for (const { name, bytes } of [...pages, { name: "mistakes[1]", bytes: mistakes }]) {
      const article = extract(bytes, { url: `https://pages.example/${name}/`, outputs: ["tree"] });
      const file = join(folder, `${name}.epub`);
      await writeFile(file, (await epubFile(article, { fetchImage: async () => new Blob([png]) })).content);
      await run(command[0], [...command.slice(1), "--failonwarnings", "-q", file]).catch(({ stdout, stderr }) => assert.fail(`${name}: ${stdout}${stderr}`));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
