import assert from "node:assert/strict";
import { test } from "node:test";

import { closingLines, findTests } from "../../scripts/test.mjs";

test("every test file is found, this one too, and parts of paths choose among them", () => {
  assert.ok(findTests().includes("tests/scripts/test.test.mjs"));
  assert.deepEqual(findTests(["scripts/test.test"]), ["tests/scripts/test.test.mjs"]);
  assert.deepEqual(findTests(["no-such-part"]), []);
});

test("the closing lines of ctest are those from its count on", () => {
  const failed = "Start 1: a\n2/2 Test #2: b ***Failed\n\n50% tests passed, 1 tests failed out of 2\n\nThe following tests FAILED:\n\t2 - b (Failed)\nErrors while running CTest\n";
  assert.match(closingLines(failed), /^50% tests passed, 1 tests failed out of 2\n[^]*2 - b \(Failed\)/);
  assert.equal(closingLines("No tests were found"), "");
});
