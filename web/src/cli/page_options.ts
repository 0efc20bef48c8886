import type { CoreOptions } from "../../../wasm/embind.js";
import { toCoreOptions } from "../options.js";
import type { OutputName } from "../types.js";
import type { Command } from "./arguments.js";

/**
 * The options of one page: what the command line says outranks what came with the page.
 * @param page where it came from, and the encoding and kind that its transport tells
 */
export function pageOptions(command: Command, page: { readonly url?: string; readonly charset?: string; readonly plain?: boolean }): CoreOptions {
  const outputs: readonly OutputName[] = command.format === "json" || command.format === "ndjson" ? ["html", "markdown", "text"] : [command.format];
  const options = {
    url: command.url ?? page.url ?? "",
    charset: command.charset ?? page.charset ?? "",
    ...(command.pageType === undefined ? {} : { pageType: command.pageType }),
    explain: command.explain,
    frontMatter: command.frontMatter,
    limits: command.limits,
    mode: command.mode,
    rules: command.rules,
    keepClasses: command.keepClasses === undefined ? [] : [command.keepClasses],
    links: command.links,
    images: command.images,
    tables: command.tables,
    comments: command.comments,
    outputs,
  };
  return toCoreOptions(options, command.plain || page.plain === true);
}
