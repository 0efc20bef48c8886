import type { CoreOptions } from "../../wasm/embind.js";
import { badInput } from "./errors.js";
import { toCoreLimits } from "./limits.js";
import { isPageType, pageTypes } from "./page_type.js";
import type { ExtractOptions, OutputName } from "./types.js";

const outputNames: readonly OutputName[] = ["html", "markdown", "text", "tree"];
const defaultOutputs: readonly OutputName[] = ["html", "markdown", "text"];

/** The caller's options in the core's form, where every field is required. */
export function toCoreOptions(options: ExtractOptions = {}, plain = false): CoreOptions {
  if (typeof options !== "object" || options === null) throw badInput("options", "an object", options);
  const outputs = options.outputs ?? defaultOutputs;
  if (!Array.isArray(outputs)) throw badInput("options.outputs", "an array", outputs);
  for (const output of outputs) {
    if (!outputNames.includes(output)) throw badInput("options.outputs", `an array of "${outputNames.join('", "')}"`, output);
  }
  if (options.pageType !== undefined && !isPageType(options.pageType)) {
    throw badInput("options.pageType", `one of "${pageTypes.join('", "')}"`, options.pageType);
  }
  return {
    url: checkOption(options.url, "", "options.url"),
    charset: checkOption(options.charset, "", "options.charset"),
    pageType: options.pageType ?? "",
    explain: checkOption(options.explain, false, "options.explain"),
    frontMatter: checkOption(options.frontMatter, false, "options.frontMatter"),
    plain,
    html: outputs.includes("html"),
    markdown: outputs.includes("markdown"),
    text: outputs.includes("text"),
    tree: outputs.includes("tree"),
    limits: toCoreLimits(options.limits),
  };
}

function checkOption<T extends string | boolean>(value: T | undefined, fallback: T, argument: string): T {
  if (value === undefined) return fallback;
  if (typeof value !== typeof fallback) throw badInput(argument, `a ${typeof fallback}`, value);
  return value;
}
