#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { parseArguments, type Command } from "./cli/arguments.js";
import { runMany } from "./cli/many.js";
import { complain, isClosedPipe, print, PrintError } from "./cli/streams.js";
import { pageOptions } from "./cli/page_options.js";
import { createCore, type Core } from "./core.js";
import { PithError } from "./errors.js";
import { loadWasm } from "./load.js";
import { readInput } from "./pages/input.js";
import type { Article } from "./types.js";
import help from "../../wasm/rules/help.txt";

/** Put in by the build, from package.json. */
declare const PITH_VERSION: string;

/** Runs the command. @returns the exit code: 0, 1 for a failed input, 2 for a wrong command line */
async function main(words: readonly string[]): Promise<number> {
  const line = parseArguments(words);
  switch (line.kind) {
    case "wrong":
      return refuse(line.message);
    case "help":
      await print(help);
      return 0;
    case "version":
      await print(`pith ${PITH_VERSION}\n`);
      return 0;
    case "run":
      return run(line.command);
  }
}

async function run(command: Command): Promise<number> {
  if (command.many === undefined) optimiseLater();
  const core = createCore(await loadWasm());
  const wrong = wrongByTheCore(core, command);
  if (wrong !== undefined) return refuse(wrong);
  return command.many === undefined ? runAll(core, command) : runMany(command, command.many);
}

/** @returns the exit code of a wrong command line */
function refuse(message: string): number {
  complain(message);
  process.stderr.write("Try 'pith --help'.\n");
  return 2;
}

/** What is wrong with a charset or a selector, which the core alone can tell. */
function wrongByTheCore(core: Core, command: Command): string | undefined {
  if (!command.charset && !Object.values(command.rules).some(Boolean)) return undefined;
  try {
    core.extractJson(new Uint8Array(), pageOptions(command, {}));
  } catch (error) {
    if (!(error instanceof PithError)) throw error;
    if (error.code === "bad-rule" || error.code === "unknown-encoding") return error.message;
  }
  return undefined;
}

/**
 * Most runs read one page and end, and what V8 optimises meanwhile on other threads comes too late for it: told to begin sixteen times later, the
 * command is done with a page of 100 KB a fifth sooner, and with many pages as soon. Bun and Deno take no such flag.
 */
function optimiseLater(): void {
  if (process.versions.bun === undefined && process.versions.deno === undefined) setFlagsFromString("--wasm-tiering-budget=30000000");
}

async function runAll(core: Core, command: Command): Promise<number> {
  let failed = false;
  let printed = false;
  for (const input of command.inputs) {
    let output: string;
    try {
      output = render(input, await extractInput(core, input, command), command);
    } catch (error) {
      if (!(error instanceof PithError)) throw error;
      failed = true;
      if (command.format === "ndjson") output = `${JSON.stringify({ file: input, error: error.message, code: error.code })}\n`;
      else {
        complain(`${input}: ${error.message}`);
        continue;
      }
    }
    if (output === "") continue;
    if (printed && command.format !== "ndjson") output = `\n${output}`;
    printed = true;
    await print(output);
  }
  return failed ? 1 : 0;
}

async function extractInput(core: Core, name: string, command: Command): Promise<string> {
  const input = await readInput(name, command.limits.bytes);
  return core.extractJson(input.content, pageOptions(command, input));
}

/** What goes to standard output. Of the core's JSON the very bytes, so that every build of Pith prints the same. */
function render(name: string, json: string, command: Command): string {
  if (command.format === "json") return `${json}\n`;
  if (command.format === "ndjson") return `{"file":${JSON.stringify(name)},${json.slice(1)}\n`;
  const article = JSON.parse(json) as Article;
  for (const warning of article.warnings) complain(`${name}: warning: ${warning}`);
  for (const { reason, score, text } of article.removed ?? []) {
    process.stderr.write(`removed ${reason} ${score}: ${text.replaceAll("\n", " ")}\n`);
  }
  const output = article[command.format] ?? "";
  return output === "" || output.endsWith("\n") ? output : `${output}\n`;
}

process.stdout.on("error", () => {}); // reported through the callback of `write`
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (isClosedPipe(error)) return;
    complain(error instanceof PithError || error instanceof PrintError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  },
);
