// Holds the build to its floors on pages in the markup of many systems.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { extractAll, faults, measures, readPages, report } from "./platforms.mjs";

const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"));
const page = { keep: ["Back on the weir", "Gulls nest on the weir again."], drop: ["Read on", "Gulls, by post: sign up for our letter"] };

test("an article with all of its author's lines and no other has no fault; its title counts", () => {
  assert.deepEqual(faults({ title: "Back on the weir", text: "Gulls nest  on the weir\tagain.\n\nPeople read on." }, page), { missing: [], left: [] });
});

test("lines that are not there, and those that should have gone, are faults", () => {
  assert.deepEqual(faults({ title: null, text: "Read on\n\nGulls, by post: sign up for our letter now" }, page), { missing: page.keep, left: page.drop });
});

test("every page has its facts, and every facts their page", () => {
  const names = readdirSync(new URL("pages/", import.meta.url)).map((name) => name.replace(/\.(html|json)$/, ""));
  for (const name of names) assert.equal(names.filter((other) => other === name).length, 2, name);
  for (const { name, keep, drop } of readPages()) assert.ok(keep.length >= 5 && drop.length >= 5, name);
});

test("authors' lines stay and others go, at or above the floors", async (t) => {
  const pages = await extractAll(readPages());
  const found = measures(pages);
  for (const [measure, value] of Object.entries(found)) t.diagnostic(`${measure} ${value.toFixed(4)}`);
  for (const { measure, atLeast } of floors) assert.ok(found[measure] >= atLeast, `${measure} is ${found[measure]?.toFixed(4)}, not ${atLeast}\n${report(pages)}`);
});
