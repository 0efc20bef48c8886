// Holds the bookmarklet to what the package gives, on every tenth page of WCXB where these are at hand.

import assert from "node:assert/strict";
import { test } from "node:test";

import { compareWithPackage } from "./bookmarklet.mjs";
import { loadWcxb, locateSets } from "./corpora.mjs";
import { mean } from "./measures.mjs";

/** Of all pages .921 come out the same; of a sample that may be some less. */
const fewestSame = 0.9;

test("the bookmarklet's articles are the package's", async (t) => {
  const { wcxb } = locateSets();
  if (wcxb === undefined) {
    t.skip("wcxb-dev is not there: docs/quality.md says how to get it");
    return;
  }
  const rows = await compareWithPackage(loadWcxb(wcxb).filter((_, index) => index % 10 === 0));
  const same = rows.filter((row) => row.same).length / rows.length;
  const [f1, full] = [mean(rows.map((row) => row.f1)), mean(rows.map((row) => row.fullF1))];
  t.diagnostic(`${rows.length} pages: same text ${same.toFixed(3)}, F1 ${f1.toFixed(4)}, package ${full.toFixed(4)}`);
  assert.ok(same >= fewestSame, `the same text on ${same} of the pages`);
  assert.ok(Math.abs(f1 - full) <= 0.01, `F1 ${f1} beside the package's ${full}`);
});
