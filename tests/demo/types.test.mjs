// Bundling drops types without a look at them, so they are checked here.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { it } from "node:test";

const root = fileURLToPath(new URL("../../", import.meta.url));

for (const project of ["web/demo", "web/bookmarklet"]) {
  it(`the types of ${project} and of the reader view check`, async () => {
    await promisify(execFile)(process.execPath, ["node_modules/typescript/bin/tsc", "-p", project], { cwd: root }).catch(({ stdout, message }) => {
      throw new Error(stdout || message);
    });
  });
}
