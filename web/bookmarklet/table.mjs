// What the parts of a bookmarklet weigh, and what they may: budget.json, raised in the commit that needs it.

import { readFileSync } from "node:fs";

const budget = JSON.parse(readFileSync(new URL("budget.json", import.meta.url), "utf8"));

/**
 * The parts of a bookmarklet that weigh more than they may.
 * @param {{variant: string, parts: [name: string, bytes: number | undefined, packed: number | undefined][]}} made
 * @returns {string[]} in words
 */
export function overBudget({ variant, parts }) {
  return Object.entries(budget[variant]).flatMap(([name, most]) => {
    const [, bytes, packed] = parts.find(([part]) => part === name) ?? [];
    const weighs = packed ?? bytes ?? Infinity;
    return weighs > most ? [`${variant}: ${name} has ${weighs}, may have ${most}`] : [];
  });
}

/** Prints the parts of a bookmarklet with their budgets. */
export function printTable({ variant, parts }) {
  const column = (value, width) => (value === undefined ? "" : value.toLocaleString("en")).padStart(width);
  console.log(`${variant.padEnd(19)}${"bytes".padStart(8)}${"packed".padStart(10)}${"budget".padStart(10)}`);
  for (const [name, bytes, packed] of parts) console.log(`  ${name.padEnd(17)}${column(bytes, 8)}${column(packed, 10)}${column(budget[variant][name], 10)}`);
}
