import type { CoreOptions } from "../../wasm/embind.js";
import { badInput, checkNames, checkObject } from "./errors.js";
import { toCoreLimits } from "./limits.js";
import { isPageType, pageTypes } from "./page_type.js";
import type { ExtractionMode, ExtractOptions, OutputName, SiteRules } from "./types.js";

const outputNames: readonly OutputName[] = ["html", "markdown", "text", "tree"];
const defaultOutputs: readonly OutputName[] = ["html", "markdown", "text"];
/** All options of an extraction, and `signal`, which is heeded where a page is waited for. */
const optionNames = Object.keys({
  url: true,
  charset: true,
  pageType: true,
  outputs: true,
  mode: true,
  rules: true,
  keepClasses: true,
  links: true,
  images: true,
  tables: true,
  comments: true,
  explain: true,
  ranges: true,
  frontMatter: true,
  limits: true,
  signal: true,
} satisfies Record<keyof ExtractOptions | "signal", true>);
const ruleNames: readonly (keyof SiteRules)[] = ["keep", "remove", "root"];
/** What the numbers of ranges count, in the order of the core's `Unit`. */
export const rangeUnits = ["none", "bytes", "utf16"] as const;
/** In the order of the core's `Mode`. */
export const extractionModes: readonly ExtractionMode[] = ["balanced", "precision", "recall"];

/** The caller's options in the core's form, where every field is required. */
export function toCoreOptions(options: ExtractOptions = {}, plain = false): CoreOptions {
  checkObject(options, "options");
  checkNames(options, optionNames, "options");
  const outputs = options.outputs ?? defaultOutputs;
  if (!Array.isArray(outputs)) throw badInput("options.outputs", "an array", outputs);
  for (const output of outputs) {
    if (!outputNames.includes(output)) throw badInput("options.outputs", `an array of "${outputNames.join('", "')}"`, output);
  }
  if (options.pageType !== undefined && !isPageType(options.pageType)) {
    throw badInput("options.pageType", `one of "${pageTypes.join('", "')}"`, options.pageType);
  }
  const mode = extractionModes.indexOf(options.mode ?? "balanced");
  if (mode < 0) throw badInput("options.mode", `one of "${extractionModes.join('", "')}"`, options.mode);
  return {
    url: wellFormed(checkOption(options.url, "", "options.url")),
    charset: checkOption(options.charset, "", "options.charset"),
    pageType: options.pageType ?? "",
    explain: checkOption(options.explain, false, "options.explain"),
    frontMatter: checkOption(options.frontMatter, false, "options.frontMatter"),
    mode,
    ranges: Number(checkOption(options.ranges, false, "options.ranges")), // of what, run.ts knows
    ...selectorsOf(options.rules ?? {}),
    keepClasses: options.keepClasses === true ? "*" : listOf(options.keepClasses || [], "options.keepClasses").join(" "),
    links: checkOption(options.links, true, "options.links"),
    images: checkOption(options.images, true, "options.images"),
    tables: checkOption(options.tables, true, "options.tables"),
    comments: checkOption(options.comments, false, "options.comments"),
    snapshot: false,
    textsApart: false, // set by core.ts, which knows whether its caller wants JSON
    plain,
    html: outputs.includes("html"),
    markdown: outputs.includes("markdown"),
    text: outputs.includes("text"),
    tree: outputs.includes("tree"),
    limits: toCoreLimits(options.limits),
  };
}

/** Each rule as one selector list. */
function selectorsOf(rules: SiteRules): Pick<CoreOptions, "keep" | "remove" | "root"> {
  checkObject(rules, "options.rules");
  checkNames(rules, ruleNames, "options.rules");
  const list = (name: keyof SiteRules): string => listOf(rules[name] ?? [], `options.rules.${name}`).join(", ");
  return { keep: list("keep"), remove: list("remove"), root: list("root") };
}

function listOf(value: unknown, argument: string): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  for (const item of list) {
    if (typeof item !== "string") throw badInput(argument, "a string or an array of strings", item);
  }
  return (list as string[]).map(wellFormed);
}

/** Surrogates that are no pair become U+FFFD, as they do in a page's text; Embind's encoder would take the next character for the other half. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\uFFFD");
}

function checkOption<T extends string | boolean>(value: T | undefined, fallback: T, argument: string): T {
  if (value === undefined) return fallback;
  if (typeof value !== typeof fallback) throw badInput(argument, `a ${typeof fallback}`, value);
  return value;
}
