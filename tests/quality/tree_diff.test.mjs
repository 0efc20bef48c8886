import assert from "node:assert/strict";
import { test } from "node:test";

import { parseHTML } from "linkedom";

import { compareTrees } from "./tree_diff.mjs";

const bodyOf = (html) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
const compare = (found, wanted, mode = "strict") => compareTrees(bodyOf(found), bodyOf(wanted), mode);

test("trees that differ in white space only are equal", () => {
  assert.deepEqual(compare("<div>\n <p>one  two</p>\n\n</div>", "<div><p> one two </p></div>"), { equal: true, similarity: 1 });
});

test("another element, id, class or text is a difference, and the first is named", () => {
  for (const [found, wanted] of [["<b>x</b>", "<i>x</i>"], ['<p id="a">x</p>', '<p id="b">x</p>'], ['<p class="a">x</p>', '<p class="b">x</p>'], ["<p>x</p>", "<p>y</p>"]]) {
    for (const mode of ["upstream", "strict"]) assert.equal(compare(found, wanted, mode).equal, false, `${found} ${wanted}`);
  }
  assert.deepEqual(compare("<p>one</p><p>two</p>", "<p>one</p><p>three</p>").difference, { found: '"two"', wanted: '"three"' });
});

test("values of attributes count in strict mode, how many there are in both", () => {
  const link = (attributes) => `<p><a ${attributes}>x</a></p>`;
  assert.equal(compare(link('href="/a"'), link('href="/b"'), "upstream").equal, true);
  assert.equal(compare(link('href="/a"'), link('href="/b"'), "strict").equal, false);
  assert.equal(compare(link('href="/a"'), link('href="/a" title="t"'), "upstream").equal, false);
  assert.equal(compare(link('href="/a" title="t"'), link('title="t" href="/a"'), "strict").equal, true);
});

test("what is missing at the end is a difference", () => {
  assert.deepEqual(compare("<p>one</p>", "<p>one</p><p>two</p>").difference, { found: "nothing", wanted: "<p>" });
  assert.deepEqual(compare("<p>one</p><hr>", "<p>one</p>").difference, { found: "<hr>", wanted: "nothing" });
});

test("similarity is the share of nodes that both have in the same order", () => {
  assert.equal(compare("<p>a</p><p>b</p>", "<p>a</p><p>c</p>").similarity, 0.75);
  assert.equal(compare("<p>a</p>", "<hr>").similarity, 0);
  assert.equal(compare("", "").similarity, 1);
});

test("a deep page is walked without recursion", () => {
  // Built bottom up, since linkedom's parser is recursive.
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  let deep = document.createElement("p");
  for (let i = 0; i < 5000; i++) {
    const around = document.createElement("p");
    around.appendChild(deep);
    deep = around;
  }
  assert.equal(compareTrees(deep, deep, "upstream").equal, true);
});
