// Holds the extraction to its floors, wherever the pages with known answers are at hand.

import assert from "node:assert/strict";
import { test } from "node:test";

import { locateSets } from "./corpora.mjs";
import { measureSet, readFloors } from "./quality.mjs";
import { brokenFloors, reportSeeds } from "./report.mjs";

const folders = locateSets();
const floorsOf = (name) => readFloors().filter(({ measure }) => measure.startsWith(`${name}.`));

for (const name of ["seeds", "wcxb", "segments", "readability-facade"]) {
  test(`quality of ${name} is at or above its floors`, async (t) => {
    const result = await measureSet(name, { folders });
    if (result.skipped !== undefined) {
      t.diagnostic(`skipped: ${result.skipped}`);
      t.skip(result.skipped);
      return;
    }
    for (const [measure, value] of Object.entries(result.measures)) t.diagnostic(`${measure} ${value.toFixed(4)}`);
    const floors = floorsOf(name);
    assert.ok(floors.length > 0, `${name} has no floor`);
    for (const { measure } of floors) assert.ok(measure in result.measures, `nothing measures ${measure}`);
    const broken = brokenFloors(floors, result.measures);
    const details = name === "seeds" ? reportSeeds(result) : "";
    assert.deepEqual(broken, [], details);
  });
}
