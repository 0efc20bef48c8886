import assert from "node:assert/strict";
import test from "node:test";

import { inRoot } from "../../scripts/layout.mjs";
import { compareCores, createRandom, mutated } from "./cores.mjs";

test("native and WebAssembly give the same bytes for every hostile shape, our own pages, and what becomes of them", () => {
  const { pages, differs } = compareCores({ pages: 900, crashes: inRoot("build/fuzz/crashes/cores") });
  assert.deepEqual(differs, []);
  assert.equal(pages, 900);
});

test("the same seed changes a page the same way", () => {
  const page = Buffer.from("<p>Some words of a page that is changed in places.</p>".repeat(20));
  assert.deepEqual(mutated(page, createRandom(5)), mutated(page, createRandom(5)));
  assert.notDeepEqual(mutated(page, createRandom(5)), mutated(page, createRandom(6)));
});
