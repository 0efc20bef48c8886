import assert from "node:assert/strict";
import test from "node:test";

import { addReport, percent, summary, total } from "./lines.mjs";

const report = (file, ...counts) => ({ files: [{ file, lines: counts.map((count, index) => ({ line_number: index + 1, count })) }] });

test("a line counts as reached if any object file reached it", () => {
  const counts = new Map();
  addReport(report("/a.h", 0, 1), counts, () => true);
  addReport(report("/a.h", 2, 0), counts, () => true);
  addReport(report("/b.cpp", 0, 0, 1), counts, () => true);
  addReport(report("/usr/include/x", 0), counts, (file) => !file.startsWith("/usr"));
  const files = summary(counts);
  assert.deepEqual(files, [{ file: "/b.cpp", lines: 3, reached: 1 }, { file: "/a.h", lines: 2, reached: 2 }]);
  assert.equal(percent(total(files)), "60.0");
});
