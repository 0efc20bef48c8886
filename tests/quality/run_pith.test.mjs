import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { runPith } from "./run_pith.mjs";

// Stands in for the command: what it does with a file depends on the file's name.
const kStandIn = `#!${process.execPath}
const args = process.argv.slice(2);
for (const file of args.slice(args.indexOf("--") + 1)) {
  if (file.includes("crash")) process.abort();
  if (file.includes("hang")) { setInterval(() => {}, 1000); break; }
  if (file.includes("refused")) { console.log(JSON.stringify({ file, error: { code: "io", message: "no such file" } })); process.exitCode = 1; continue; }
  console.log(JSON.stringify({ file, text: args.slice(0, args.indexOf("--")).join(" ") }));
}
`;

let folder;
let bin;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pith-quality-"));
  bin = path.join(folder, "stand-in");
  writeFileSync(bin, kStandIn);
  chmodSync(bin, 0o755);
});

after(() => rmSync(folder, { recursive: true }));

test("every file gets a record, whatever the number of processes", async () => {
  const files = Array.from({ length: 95 }, (_, i) => `page-${i}.html`);
  const { records, milliseconds } = await runPith({ bin, files, jobs: 2 });
  assert.deepEqual([...records.keys()].sort(), [...files].sort());
  assert.ok(milliseconds > 0);
});

test("the command is asked for ndjson, after the caller's own arguments", async () => {
  const { records } = await runPith({ bin, files: ["a"], args: ["--plain"] });
  assert.equal(records.get("a").text, "--plain --format ndjson");
});

test("a crash costs only the page that caused it", async () => {
  const { records } = await runPith({ bin, files: ["a", "crash", "b", "crash-again", "c"] });
  assert.match(records.get("crash").error, /ended by SIGABRT/);
  assert.match(records.get("crash-again").error, /ended by SIGABRT/);
  for (const file of ["a", "b", "c"]) assert.equal(records.get(file).error, undefined);
});

test("a page that hangs fails, and the pages after it are still read", async () => {
  const { records } = await runPith({ bin, files: ["a", "hang", "b"], stallMilliseconds: 1500 });
  assert.match(records.get("hang").error, /no answer/);
  assert.equal(records.get("b").error, undefined);
});

test("an error that the command reports is kept in its words", async () => {
  const { records } = await runPith({ bin, files: ["refused", "a"] });
  assert.equal(records.get("refused").error, "no such file");
  assert.equal(records.get("a").error, undefined);
});

test("a command that cannot be run is an error", async () => {
  await assert.rejects(runPith({ bin: path.join(folder, "absent"), files: ["a"] }), /cannot be run/);
});
