import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const python = ["/usr/bin/python3", "python3"].find((name) => spawnSync(name, ["--version"]).status === 0);
const skip = python === undefined ? "python3 is not installed" : false;

/** Runs the reference checker with the given arguments. */
function check(...args) {
  return spawnSync(python, ["wasm/tools/phrases_check.py", ...args], { cwd: root, encoding: "utf8" });
}

test("every phrase pack is well formed, matches its promotions and spares its editorial sentences", { skip }, () => {
  const { status, stdout, stderr } = check();
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, /^30 packs, \d+ patterns, \d+ examples, 0 faults$/m);
});

test("a pack that is missing is a fault", { skip }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), "pith-phrases-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const part of ["rules/phrases", "tools/phrases_check.py", "tools/folding.py"]) cpSync(join(root, "wasm", part), join(folder, part), { recursive: true });
  for (const pack of ["th.txt", "da.txt"]) rmSync(join(folder, "rules/phrases", pack));
  const { status, stdout } = spawnSync(python, ["-B", join(folder, "tools/phrases_check.py")], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stdout, /^no pack for da, th$/m);
});

test("the reference matcher sees a whole block where anchors ask for one", { skip }, () => {
  assert.match(check("--match", "- 11 hours ago").stdout, /\bage\b/);
  assert.doesNotMatch(check("--match", "It happened 11 hours ago.").stdout, /\bage\b/);
});

test("capitals without accents and Arabic digits meet their patterns", { skip }, () => {
  assert.match(check("--match", "A LIRE EGALEMENT").stdout, /fr {2}related/);
  assert.match(check("--match", "SON DAKIKA").stdout, /tr {2}trending/);
  assert.match(check("--match", "منذ ٣ ساعات").stdout, /ar {2}age/);
});
