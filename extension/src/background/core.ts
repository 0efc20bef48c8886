// The core runs in the background because a page's Content-Security-Policy keeps Chromium's content scripts from compiling
// WebAssembly, and does not reach here.

import { createCore, type Core } from "../../../web/src/core.js";
import { PithError } from "../../../web/src/errors.js";
import { loadWasm } from "../../../web/src/load.js";
import type { Page } from "../../../web/src/page.js";
import type { SiteRule } from "../../../web/src/reader/host.js";
import { coreOptionsOf, run } from "../../../web/src/run.js";
import type { ExtractOptions, SiteRules } from "../../../web/src/types.js";
import { fileAddress } from "../browser/runtime.js";
import type { PageKind, SentPage } from "../messages.js";

let core: Promise<Core> | undefined;

/** Compiled at the first page and kept as long as the browser keeps the background. */
export function loadCore(): Promise<Core> {
  core ??= loadWasm(fileAddress("pith.wasm"))
    .then(createCore)
    .catch((error: unknown) => {
      core = undefined; // the next page tries again
      throw error;
    });
  return core;
}

/** An article as the core's JSON, and which of the rules the core did not understand. */
export interface Extraction {
  readonly article: string;
  readonly ignoredRules: readonly string[];
}

/** What the reader needs of an article to show it. Markdown, which takes as long again to make and to carry, is for few of its readers. */
export const forReader: ExtractOptions = { outputs: ["tree"], explain: true };
export const asMarkdown: ExtractOptions = { outputs: ["markdown"] };

export async function extractPage({ page: content, kind, url }: SentPage, rules: readonly SiteRule[], wanted: ExtractOptions): Promise<Extraction> {
  const loaded = await loadCore();
  const page = { content, snapshot: true };
  const extract = (heeded: readonly SiteRule[]): string => loaded.extractJson(content, coreOptionsOf(page, { ...wanted, url, rules: toCoreRules(heeded, kind) }));
  try {
    return { article: extract(rules), ignoredRules: [] };
  } catch (error) {
    if (!isBadRule(error)) throw error;
    const understood = understoodRules(loaded, rules);
    return { article: extract(understood), ignoredRules: rules.filter((rule) => !understood.includes(rule)).map(({ selector }) => selector) };
  }
}

export async function isUnderstood(rule: SiteRule): Promise<boolean> {
  return understoodRules(await loadCore(), [rule]).length === 1;
}

export async function isProbablyReadable(html: string): Promise<boolean> {
  const page: Page = { content: html };
  return (await loadCore()).isProbablyReadable(html, coreOptionsOf(page, {}));
}

function toCoreRules(rules: readonly SiteRule[], kind: PageKind): SiteRules {
  const selectors = (wanted: SiteRule["verdict"]): string[] => rules.filter(({ verdict }) => verdict === wanted).map(({ selector }) => selector);
  // What a person selected is what they want, whatever the core would think of it; and a text file has nothing beside its text.
  return { keep: kind !== "snapshot" ? [...selectors("keep"), "body > *"] : selectors("keep"), remove: selectors("remove") };
}

/** The rules that the core takes, each alone and all together, from the first on. */
function understoodRules(loaded: Core, rules: readonly SiteRule[]): readonly SiteRule[] {
  const empty: Page = { content: "\x01html\x04", snapshot: true };
  return rules.reduce<readonly SiteRule[]>((taken, rule) => {
    try {
      run(loaded, empty, { outputs: [], rules: toCoreRules([...taken, rule], "snapshot") });
      return [...taken, rule];
    } catch (error) {
      if (!isBadRule(error)) throw error;
      return taken;
    }
  }, []);
}

function isBadRule(error: unknown): boolean {
  return error instanceof PithError && error.code === "bad-rule";
}
