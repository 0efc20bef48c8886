import { parseArguments, type Command, type Format } from "./cli/arguments.js";
import { InputError, readInput } from "./cli/input.js";
import { createCore, type Core } from "./core.js";
import { PithError } from "./errors.js";
import { loadWasm } from "./load.js";
import { toCoreOptions } from "./options.js";
import type { Article } from "./types.js";
import help from "../../wasm/rules/help.txt";

/** Put in by the build, from package.json. */
declare const PITH_VERSION: string;

/** Runs the command. @returns the exit code: 0, 1 for a failed input, 2 for a wrong command line */
async function main(words: readonly string[]): Promise<number> {
  const line = parseArguments(words);
  switch (line.kind) {
    case "wrong":
      complain(`${line.message}\nTry 'pith --help'.`);
      return 2;
    case "help":
      await print(help);
      return 0;
    case "version":
      await print(`pith ${PITH_VERSION}\n`);
      return 0;
    case "run":
      return runAll(line.command);
  }
}

async function runAll(command: Command): Promise<number> {
  const core = createCore(await loadWasm());
  let failed = false;
  let printed = false;
  for (const input of command.inputs) {
    let output: string;
    try {
      output = render(input, await extractInput(core, input, command), command);
    } catch (error) {
      if (!(error instanceof PithError || error instanceof InputError)) throw error;
      failed = true;
      if (command.format === "ndjson") output = `{"file":${JSON.stringify(input)},"error":${JSON.stringify(error.message)}}\n`;
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
  const input = await readInput(name);
  const options = {
    url: command.url ?? input.url,
    charset: command.charset ?? input.charset,
    explain: command.explain,
    frontMatter: command.frontMatter,
    mode: command.mode,
    rules: command.rules,
    keepClasses: command.keepClasses === undefined ? [] : [command.keepClasses],
    links: command.links,
    images: command.images,
    tables: command.tables,
    comments: command.comments,
    outputs: isJson(command.format) ? (["html", "markdown", "text"] as const) : [command.format],
  };
  return core.extractJson(input.bytes, toCoreOptions(options, command.plain));
}

/** What goes to standard output. Of the core's JSON the very bytes, so that every build of Pith prints the same. */
function render(name: string, json: string, command: Command): string {
  if (command.format === "json") return `${json}\n`;
  if (command.format === "ndjson") return `{"file":${JSON.stringify(name)},${json.slice(1)}\n`;
  const article = JSON.parse(json) as Article;
  for (const warning of article.warnings) complain(`${name}: warning: ${warning}`);
  for (const { reason, score, text } of article.removed ?? []) {
    process.stderr.write(`removed ${reason} ${score.toFixed(2)}: ${text.replaceAll("\n", " ")}\n`);
  }
  const output = article[command.format] ?? "";
  return output === "" || output.endsWith("\n") ? output : `${output}\n`;
}

function isJson(format: Format): format is "json" | "ndjson" {
  return format === "json" || format === "ndjson";
}

function complain(message: string): void {
  process.stderr.write(`pith: ${message}\n`);
}

function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** A reader that has seen enough, such as `head`, closes the pipe: no failure. */
function isClosedPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === "EPIPE";
}

process.stdout.on("error", () => {}); // reported through the callback of `write`
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (isClosedPipe(error)) return;
    complain(error instanceof PithError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  },
);
