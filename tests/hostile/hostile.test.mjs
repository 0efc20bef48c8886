// Every hostile shape in a small size, within the promise of docs/security.md. `npm run hostile` does the same in full size.

import assert from "node:assert/strict";
import { test } from "node:test";

import { runShapes } from "./hostile.mjs";
import { kShapes } from "./shapes.mjs";

const kSize = 48 * 1024;
const kNestSize = 8 * 1024;

test("no hostile page takes more time or memory than is promised, and both cores say the same of it", async () => {
  const results = await runShapes(kShapes, ({ unit }) => (unit === undefined ? kSize : kNestSize));
  assert.deepEqual(results.filter(({ broken }) => broken.length > 0).map(({ name, broken }) => `${name}: ${broken.join("; ")}`), []);
  assert.equal(results.length, kShapes.length);
});

test("the shapes' names are unique, and each grows with its size but those that are nothing", () => {
  assert.equal(new Set(kShapes.map(({ name }) => name)).size, kShapes.length);
  const grows = ({ make }) => make(20_000).length > 1.4 * make(10_000).length;
  assert.deepEqual(kShapes.filter((shape) => !grows(shape)).map(({ name }) => name), ["nothing", "one byte"]);
});

test("time per byte does not grow with a page's size", async () => {
  const pick = kShapes.filter(({ name }) => /^(nest div|formatting left open|adoption agency, deep|attributes in a tag without end|a huge row|footnotes|deep JSON-LD)$/.test(name));
  assert.equal(pick.length, 7);
  for (const size of [2 ** 17, 2 ** 20]) {
    const results = await runShapes(pick, () => size);
    assert.deepEqual(results.flatMap(({ name, broken }) => broken.map((promise) => `${name}: ${promise}`)), []);
  }
});
