// What the documents say must be so: examples run, and links lead somewhere.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { inRoot, kRoot } from "../../scripts/layout.mjs";

const documents = [
  ...readdirSync(kRoot).filter((name) => name.endsWith(".md")),
  ...readdirSync(inRoot("docs")).filter((name) => name.endsWith(".md")).map((name) => path.join("docs", name)),
];

const read = (document) => readFileSync(inRoot(document), "utf8");

const withoutCode = (text) => text.replaceAll(/^```[^]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");

test("links between documents lead to files that exist", () => {
  const targets = documents.flatMap((document) =>
    [...withoutCode(read(document)).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => ({ document, target, file: path.join(kRoot, path.dirname(document), target) })),
  );
  assert.ok(targets.length > 5);
  for (const { document, target, file } of targets) assert.ok(existsSync(file), `${document} links to ${target}`);
});

test("npm scripts that documents name exist", () => {
  const { scripts } = JSON.parse(read("package.json"));
  for (const document of documents) {
    for (const [, name] of read(document).matchAll(/npm run (?:--silent )?([a-z:]+)/g)) assert.ok(name in scripts, `${document} names npm run ${name}`);
  }
});

test("the example in README.md runs, and prints the title and the article", () => {
  const [, example] = /```js\n([^]*?)```/.exec(read("README.md"));
  // Below the repository, so that "pith" is the built package.
  mkdirSync(inRoot("build"), { recursive: true });
  const folder = mkdtempSync(inRoot("build/example-"));
  try {
    writeFileSync(path.join(folder, "example.mjs"), example);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Gulls are back /);
    assert.match(stdout, /nobody had fed them\./);
    assert.doesNotMatch(stdout, /Tides/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Those that lead through something step by step: their examples are one program. */
const walkthroughs = ["docs/api.md"];
const strict = "console.assert = (holds) => { if (!holds) throw new Error('an assertion of the document fails'); };\n";

for (const document of documents.filter((name) => name.startsWith("docs/"))) {
  const examples = [...read(document).matchAll(/^```js\n([^]*?)^```/gm)].map(([, code]) => code);
  const programs = walkthroughs.includes(document) ? [examples.join("\n")] : examples;
  for (const [index, program] of programs.entries()) {
    test(`example ${index + 1} in ${document} runs`, () => {
      mkdirSync(inRoot("build"), { recursive: true });
      const folder = mkdtempSync(inRoot("build/example-"));
      try {
        writeFileSync(path.join(folder, "example.mjs"), strict + program);
        const { status, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8", timeout: 60_000 });
        assert.equal(status, 0, stderr);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
}
