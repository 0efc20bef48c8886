import assert from "node:assert/strict";
import { test } from "node:test";

import { countInstructions, describe, kHowToRenew, missing, overBudget, readBudgets } from "../../bench/instructions.mjs";

test("what grows by more than three in a hundred is over its budget, and so is what has none", () => {
  assert.deepEqual(overBudget({ scan: 1030, parse: 500 }, { scan: 1000, parse: 600 }), []);
  assert.deepEqual(overBudget({ scan: 1031, parse: 5 }, { scan: 1000 }), ["scan takes 1031 instructions, 3.1 % more than 1000", "parse has no budget"]);
});

test("no stage takes more instructions than its budget", { skip: missing() ?? false, timeout: 590_000 }, async (context) => {
  const budgets = readBudgets();
  const { compiler, stages } = await countInstructions();
  for (const line of describe(stages, budgets.stages)) context.diagnostic(line);
  assert.deepEqual(Object.keys(stages), Object.keys(budgets.stages), kHowToRenew);
  if (compiler !== budgets.compiler) {
    context.skip(`the budgets are for ${budgets.compiler}, this is ${compiler}`);
    return;
  }
  assert.deepEqual(overBudget(stages, budgets.stages), [], kHowToRenew);
});
