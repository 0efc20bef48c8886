import { extractionModes } from "../options.js";
import { isPageType } from "../page_type.js";
import { kindOf, kinds, type Kind } from "../pages/kind.js";
import type { ExtractionMode, Limits, PageType, SiteRules } from "../types.js";

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
  readonly mode: ExtractionMode;
  readonly rules: SiteRules;
  readonly keepClasses: string | undefined;
  readonly links: boolean;
  readonly images: boolean;
  readonly tables: boolean;
  readonly comments: boolean;
  readonly inputs: readonly string[];
  /** Set where the command line asks for something that only a run over many pages has, or an input's name tells that it holds many. */
  readonly many: ManyPages | undefined;
}

/** How a run over many pages goes. */
export interface ManyPages {
  readonly recursive: boolean;
  readonly suffixes: readonly string[] | undefined;
  readonly filesFrom: string | undefined;
  readonly from: Kind | undefined;
  /** Workers; by default one a processor. */
  readonly jobs: number | undefined;
  /** Milliseconds a page. */
  readonly timeout: number | undefined;
  readonly output: string | undefined;
  readonly resume: boolean;
}

export type CommandLine =
  | { readonly kind: "run"; readonly command: Command }
  | { readonly kind: "help" | "version" }
  | { readonly kind: "wrong"; readonly message: string };

const formats: readonly string[] = ["markdown", "text", "html", "json", "ndjson"] satisfies Format[];
const limitNames: ReadonlyMap<string, keyof Limits> = new Map([
  ["bytes", "bytes"],
  ["depth", "depth"],
  ["nodes", "nodes"],
  ["attributes", "attributes"],
  ["output-bytes", "outputBytes"],
  ["work", "work"],
]);
const manyValues = ["--suffix", "--files-from", "--from", "--jobs", "--timeout", "--output"];
const manyFlags = ["--recursive", "--resume"];
const selectorOptions = ["--keep", "--remove", "--root"];
const partFlags = ["--no-links", "--no-images", "--no-tables", "--comments"];
const valueOptions = ["--format", "--url", "--charset", "--page-type", "--limit", "--mode", "--keep-classes", ...selectorOptions, ...manyValues];
const flags = ["--plain", "--explain", "--front-matter", "-h", "--help", "--version", ...partFlags, ...manyFlags];

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
      const before = selectorOptions.includes(name) ? values.get(name) : undefined;
      values.set(name, !before ? value : `${before}, ${value}`);
      if (name === "--limit") {
        const limit = readLimit(value);
        if (limit === undefined) return wrong(`option --limit takes no ${value}`);
        limits = { ...limits, ...limit };
      }
    } else {
      return wrong(`unknown option ${name}`);
    }
  }

  const isMany = [...manyValues, ...manyFlags].some((name) => values.has(name)) || inputs.some((name) => kindOf(name) !== "html");
  const format = values.get("--format") ?? (isMany ? "ndjson" : "markdown");
  if (!formats.includes(format)) return wrong(`unknown format ${format}`);
  const mode = values.get("--mode") ?? "balanced";
  if (!(extractionModes as readonly string[]).includes(mode)) return wrong(`unknown mode ${mode}`);
  if (values.has("--help") || values.has("-h")) return { kind: "help" };
  if (values.has("--version")) return { kind: "version" };
  const many = isMany ? readMany(values, format) : undefined;
  if (typeof many === "string") return wrong(many);
  if (inputs.length === 0 && many?.filesFrom === undefined) return wrong("no input");
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
      mode: mode as ExtractionMode,
      rules: { keep: values.get("--keep") ?? "", remove: values.get("--remove") ?? "", root: values.get("--root") ?? "" },
      keepClasses: values.get("--keep-classes"),
      links: !values.has("--no-links"),
      images: !values.has("--no-images"),
      tables: !values.has("--no-tables"),
      comments: values.has("--comments"),
      inputs,
      many,
    },
  };
}

/** What `NAME=NUMBER` says; a number has 1 to 15 digits. */
function readLimit(text: string): Limits | undefined {
  const [, name = "", number] = /^([a-z-]+)=([1-9][0-9]{0,14})$/.exec(text) ?? [];
  const limit = limitNames.get(name);
  return limit === undefined ? undefined : { [limit]: Number(number) };
}

/** @returns in words what is wrong, where something is */
function readMany(values: ReadonlyMap<string, string>, format: string): ManyPages | string {
  if (format !== "ndjson") return `--format ${format} cannot hold many pages; ndjson can`;
  const from = values.get("--from");
  if (from !== undefined && !(kinds as readonly string[]).includes(from)) return `--from takes ${kinds.join(", ")}, not ${from}`;
  const jobs = readNumber(values.get("--jobs"));
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs > 0)) return `--jobs takes a whole number above 0, not ${values.get("--jobs")}`;
  const seconds = readNumber(values.get("--timeout"));
  if (seconds !== undefined && !(seconds > 0)) return `--timeout takes seconds above 0, not ${values.get("--timeout")}`;
  const output = values.get("--output");
  if (values.has("--resume") && (output === undefined || output === "-")) return "--resume needs --output, the file to go on with";
  return {
    recursive: values.has("--recursive"),
    suffixes: values.get("--suffix")?.split(",").filter((suffix) => suffix !== ""),
    filesFrom: values.get("--files-from"),
    from: from as Kind | undefined,
    jobs,
    timeout: seconds === undefined ? undefined : seconds * 1000,
    output,
    resume: values.has("--resume"),
  };
}

function readNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : text.trim() === "" ? Number.NaN : Number(text);
}

function wrong(message: string): CommandLine {
  return { kind: "wrong", message };
}
