import { isPageType } from "../page_type.js";
import type { Limits, PageType } from "../types.js";

export type Format = "markdown" | "text" | "html" | "json" | "ndjson";

/** What a command line asks for. */
export interface Command {
  readonly format: Format;
  readonly url: string | undefined;
  readonly charset: string | undefined;
  readonly pageType: PageType | undefined;
  readonly plain: boolean;
  readonly explain: boolean;
  readonly frontMatter: boolean;
  readonly limits: Limits;
  readonly inputs: readonly string[];
}

export type CommandLine =
  | { readonly kind: "run"; readonly command: Command }
  | { readonly kind: "help" | "version" }
  | { readonly kind: "wrong"; readonly message: string };

const formats: readonly string[] = ["markdown", "text", "html", "json", "ndjson"] satisfies Format[];
const valueOptions = ["--format", "--url", "--charset", "--page-type", "--limit"];
const limitNames: ReadonlyMap<string, keyof Limits> = new Map([
  ["bytes", "bytes"],
  ["depth", "depth"],
  ["nodes", "nodes"],
  ["attributes", "attributes"],
  ["output-bytes", "outputBytes"],
  ["work", "work"],
]);
const flags = ["--plain", "--explain", "--front-matter", "--help", "--version"];

/** Reads the command line. Own code, because its messages are those of the native command, byte for byte. */
export function parseArguments(words: readonly string[]): CommandLine {
  const values = new Map<string, string>();
  const inputs: string[] = [];
  let limits: Limits = {};
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "--") {
      inputs.push(...words.slice(i + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      inputs.push(word);
      continue;
    }
    const equals = word.indexOf("=");
    const name = equals < 0 ? word : word.slice(0, equals);
    if (flags.includes(name)) {
      if (equals >= 0) return wrong(`option ${name} takes no value`);
      values.set(name, "");
    } else if (valueOptions.includes(name)) {
      const value = equals < 0 ? words[++i] : word.slice(equals + 1);
      if (value === undefined) return wrong(`option ${name} needs a value`);
      if (name === "--page-type" && !isPageType(value)) return wrong(`unknown page type ${value}`);
      values.set(name, value);
      if (name === "--limit") {
        const limit = readLimit(value);
        if (limit === undefined) return wrong(`option --limit takes no ${value}`);
        limits = { ...limits, ...limit };
      }
    } else {
      return wrong(`unknown option ${name}`);
    }
  }

  const format = values.get("--format") ?? "markdown";
  if (!formats.includes(format)) return wrong(`unknown format ${format}`);
  if (values.has("--help")) return { kind: "help" };
  if (values.has("--version")) return { kind: "version" };
  if (inputs.length === 0) return wrong("no input");
  if (format === "json" && inputs.length > 1) return wrong("--format json takes exactly one input");
  return {
    kind: "run",
    command: {
      format: format as Format,
      url: values.get("--url"),
      charset: values.get("--charset"),
      pageType: values.get("--page-type") as PageType | undefined,
      plain: values.has("--plain"),
      explain: values.has("--explain"),
      frontMatter: values.has("--front-matter"),
      limits,
      inputs,
    },
  };
}

/** What `NAME=NUMBER` says; a number has 1 to 15 digits. */
function readLimit(text: string): Limits | undefined {
  const [, name = "", number] = /^([a-z-]+)=([1-9][0-9]{0,14})$/.exec(text) ?? [];
  const limit = limitNames.get(name);
  return limit === undefined ? undefined : { [limit]: Number(number) };
}

function wrong(message: string): CommandLine {
  return { kind: "wrong", message };
}
