// The form of the lines that teach the model of appeals: wasm/tools/wording/README.md.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("../../wasm/tools/wording/", import.meta.url);
const kinds = new Set(["signup", "newsletter", "app", "related", "share", "comment", "author", "consent", "donate", "notice", "-"]);
const langs = (where, ending) => readdirSync(new URL(where, import.meta.url)).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));

test("every language with phrases has lines", () => {
  assert.deepEqual(langs("../../wasm/tools/wording/", ".txt").sort(), langs("../../wasm/rules/phrases/", ".txt").sort());
});

for (const lang of langs("../../wasm/tools/wording/", ".txt")) {
  test(`${lang}: a kind and a text each, both sorts, none twice`, () => {
    const content = readFileSync(new URL(`${lang}.txt`, folder), "utf8");
    assert.ok(content.endsWith("\n") && !content.includes("\r"));
    const lines = content.trimEnd().split("\n");
    const texts = new Set();
    let authors = 0;
    for (const [index, line] of lines.entries()) {
      const [kind, text, ...more] = line.split("\t");
      const where = `${lang}.txt:${index + 1}`;
      assert.ok(kinds.has(kind) && text !== undefined && text === text.trim() && text !== "" && more.length === 0, `${where}: ${line}`);
      assert.ok(!texts.has(text), `${where}: twice: ${text}`);
      texts.add(text);
      authors += kind === "-" ? 1 : 0;
    }
    assert.ok(authors >= 300 && lines.length - authors >= 300, `${authors} of ${lines.length} are an author's`);
  });
}
