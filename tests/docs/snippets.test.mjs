import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { installPackage, root } from "../package/installed.mjs";

const run = promisify(execFile);
let installed;

before(async () => {
  installed = await installPackage();
});
after(() => installed?.remove());

/** The `js` blocks of a document as one program. A `console.assert` that fails ends it. */
async function programOf(file) {
  const blocks = [...(await readFile(join(root, file), "utf8")).matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);
  return { blocks: blocks.length, program: `console.assert = (holds) => { if (!holds) throw new Error("an assertion of the document fails"); };\n${blocks.join("\n")}` };
}

describe("the examples of the documentation", () => {
  for (const file of ["README.md", "docs/api.md"]) {
    test(`${file} holds what it says`, async () => {
      const { blocks, program } = await programOf(file);
      assert.ok(blocks > 0, "no js block is found");
      const main = join(installed.project, `${file.replaceAll("/", "-")}.mjs`);
      await writeFile(main, program);
      await run(process.execPath, [main]);
    });
  }
});
