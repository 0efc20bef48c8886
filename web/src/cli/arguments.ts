import { extractionModes } from "../options.js";
import type { ExtractionMode, SiteRules } from "../types.js";

export type Format = "markdown" | "text" | "html" | "json" | "ndjson";

/** What a command line asks for. */
export interface Command {
  readonly format: Format;
  readonly url: string | undefined;
  readonly charset: string | undefined;
  readonly plain: boolean;
  readonly explain: boolean;
  readonly frontMatter: boolean;
  readonly mode: ExtractionMode;
  readonly rules: SiteRules;
  readonly keepClasses: string | undefined;
  readonly links: boolean;
  readonly images: boolean;
  readonly tables: boolean;
  readonly comments: boolean;
  readonly inputs: readonly string[];
}

export type CommandLine =
  | { readonly kind: "run"; readonly command: Command }
  | { readonly kind: "help" | "version" }
  | { readonly kind: "wrong"; readonly message: string };

const formats: readonly string[] = ["markdown", "text", "html", "json", "ndjson"] satisfies Format[];
const selectorOptions = ["--keep", "--remove", "--root"];
const valueOptions = ["--format", "--url", "--charset", "--mode", "--keep-classes", ...selectorOptions];
const partFlags = ["--no-links", "--no-images", "--no-tables", "--comments"];
const flags = ["--plain", "--explain", "--front-matter", "--help", "--version", ...partFlags];

/** Reads the command line. Own code, because its messages are those of the native command, byte for byte. */
export function parseArguments(words: readonly string[]): CommandLine {
  const values = new Map<string, string>();
  const inputs: string[] = [];
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
      const before = selectorOptions.includes(name) ? values.get(name) : undefined;
      values.set(name, !before ? value : `${before}, ${value}`);
    } else {
      return wrong(`unknown option ${name}`);
    }
  }

  const format = values.get("--format") ?? "markdown";
  if (!formats.includes(format)) return wrong(`unknown format ${format}`);
  const mode = values.get("--mode") ?? "balanced";
  if (!(extractionModes as readonly string[]).includes(mode)) return wrong(`unknown mode ${mode}`);
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
      plain: values.has("--plain"),
      explain: values.has("--explain"),
      frontMatter: values.has("--front-matter"),
      mode: mode as ExtractionMode,
      rules: { keep: values.get("--keep") ?? "", remove: values.get("--remove") ?? "", root: values.get("--root") ?? "" },
      keepClasses: values.get("--keep-classes"),
      links: !values.has("--no-links"),
      images: !values.has("--no-images"),
      tables: !values.has("--no-tables"),
      comments: values.has("--comments"),
      inputs,
    },
  };
}

function wrong(message: string): CommandLine {
  return { kind: "wrong", message };
}
