// Every page's outputs against the files beside it. UPDATE_EXPECTED=1 writes them anew; read the diff before committing it.
//
// A page may have a file `todo` that says in one line what is still wrong with it: its expectations, which are then written by
// hand, are as they should be, and its failure is reported without failing the run. Once nothing is wrong, the run fails until `todo` goes.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import test from "node:test";

import { extractPage, inPage, pageNames } from "./pages.mjs";

const kFacts = [
  "title", "byline", "authors", "publishedTime", "publishedText", "modifiedTime", "modifiedText", "lang", "langSource", "dir", "siteName", "excerpt", "url", "image",
  "favicon", "section", "tags", "licence", "wordCount", "readingMinutes",
];

/** What each expectation file must hold for an article. */
function outputs(article) {
  const facts = Object.fromEntries(kFacts.map((name) => [name, article[name]]));
  return { "expected.html": article.html, "expected.md": article.markdown, "expected.txt": `${article.text}\n`, "expected.json": `${JSON.stringify(facts, null, 2)}\n` };
}

/** The first line in which two texts differ, in words; undefined where they are equal. */
function firstDifference(actual, expected) {
  if (actual === expected) return undefined;
  const [got, wanted] = [actual.split("\n"), expected.split("\n")];
  const line = got.findIndex((text, index) => text !== wanted[index]);
  const at = line === -1 ? got.length : line;
  return `line ${at + 1}\n  expected: ${wanted[at] ?? "(the end)"}\n  actual:   ${got[at] ?? "(the end)"}`;
}

test("there are pages", () => assert.ok(pageNames().length > 0));

for (const name of pageNames()) {
  const todo = existsSync(inPage(name, "todo")) ? readFileSync(inPage(name, "todo"), "utf8").trim() : undefined;
  test(`${name}: metadata, HTML, Markdown and text are as expected`, (t) => {
    const differences = [];
    for (const [file, actual] of Object.entries(outputs(extractPage(name)))) {
      if (process.env.UPDATE_EXPECTED === "1" && todo === undefined) writeFileSync(inPage(name, file), actual);
      assert.ok(existsSync(inPage(name, file)), `${name}/${file} is missing: write it with UPDATE_EXPECTED=1 and read it`);
      const difference = firstDifference(actual, readFileSync(inPage(name, file), "utf8"));
      if (difference) differences.push(`${name}/${file} differs in ${difference}`);
    }
    if (todo !== undefined) {
      assert.notDeepEqual(differences, [], `nothing is wrong with ${name} any more: remove its \`todo\``);
      t.todo(todo);
    }
    assert.deepEqual(differences, []);
  });
}
