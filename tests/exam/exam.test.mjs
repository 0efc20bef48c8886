// Sits the exam and holds the build to its floors.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

import { buildPages, faults, languages, measures, readUnheard, report, sitExam } from "./exam.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "pith-exam-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"));
const lines = [
  { text: "A headline", kind: "title" },
  { text: "Live music came back.", kind: "body" },
  { text: "Live", kind: "live" },
];

test("a text with all of the story and nothing else has no fault", () => {
  assert.deepEqual(faults("Live music  came\nback.", lines), { missing: [], left: [] });
});

test("a missing paragraph, a promotion and text from nowhere are faults", () => {
  assert.deepEqual(faults("", lines).missing, ["Live music came back."]);
  assert.deepEqual(faults("Live\nLive music came back.", lines).left, [{ kind: "live", text: "Live" }]);
  assert.deepEqual(faults("Live music came back.\nMenu", lines).left, [{ kind: "other", text: "Menu" }]);
});

test("every language has a story with headlines and promotions of every kind", () => {
  const kinds = new Map(languages().map((lang) => [lang, new Set(buildPages([lang]).flatMap((page) => page.lines.map((line) => line.kind)))]));
  assert.ok(kinds.size >= 30, `${kinds.size} languages`);
  for (const [lang, found] of kinds) assert.deepEqual([...found].sort(), [...kinds.get("en")].sort(), lang);
});

test("what is unheard of is not among the lines that teach, but for labels that every site has", () => {
  const most = 4;
  for (const lang of languages()) {
    const taught = new Set(readFileSync(new URL(`../../wasm/tools/wording/${lang}.txt`, import.meta.url), "utf8").split("\n").map((line) => line.split("\t")[1]));
    const unheard = Object.values(readUnheard(lang)).flat();
    assert.equal(unheard.length, 40, lang);
    const known = unheard.filter((line) => taught.has(line));
    assert.ok(known.length <= most, `${lang}: ${known.join("; ")}`);
  }
});

for (const name of ["exam", "unheard", "foreign", "sites", "forms"]) {
  test(`stories stay and promotion goes, at or above the floors: ${name}`, async (t) => {
    const pages = await sitExam({ pages: buildPages(languages(), { [name]: true }), folder });
    const found = measures(pages, name);
    for (const [measure, value] of Object.entries(found)) t.diagnostic(`${measure} ${value.toFixed(4)}`);
    for (const { measure, atLeast } of floors.filter((floor) => floor.measure.startsWith(`${name}.`))) {
      assert.ok(found[measure] >= atLeast, `${measure} is ${found[measure]?.toFixed(4)}, not ${atLeast}\n${report(pages)}`);
    }
  });
}
