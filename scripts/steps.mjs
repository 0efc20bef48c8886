// One line a step on stderr, so that stdout belongs to what the user asked for.

import { realpathSync } from "node:fs";

import { CommandError } from "./commands.mjs";

/** Does one step and says how long it took. */
export async function step(name, work) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`;
  try {
    const result = await work();
    process.stderr.write(`${seconds()}  ${name}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`${seconds()}  ${name}: failed\n`);
    throw error;
  }
}

/** An error in words: for a program that failed, its output first. */
export function explain(error) {
  if (error instanceof CommandError) return `${error.output.trimEnd()}\n${error.message}\n`;
  return error instanceof SetupError ? `${error.message}\n` : `${error.stack}\n`;
}

/** Something is missing that set-up cannot bring; the message says in one line what to do. */
export class SetupError extends Error {}

/**
 * Runs a module's main function where the module is the script that was called, not imported. Its number is the exit
 * code, and an error is told once, in words.
 */
export async function runMain(filename, main) {
  if (!isScript(filename)) return;
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    process.stderr.write(explain(error));
    process.exitCode = 1;
  }
}

/** Whether Node was called with this file; links to it count. */
function isScript(filename) {
  try {
    return realpathSync(process.argv[1]) === filename;
  } catch {
    return false;
  }
}
