import type { SiteRule } from "../../../web/src/reader/host.js";
import { localArea } from "../browser/storage.js";
import { isSite } from "../site.js";
import { isRecord, isText } from "../values.js";
import { inTurn, readAll, write } from "./write.js";

const prefix = "rules:";
/** Characters; a suggestion has about fifty. */
export const longestSelector = 500;
/** For each site; the core takes 512 simple selectors at once. */
export const mostRules = 100;

export async function rulesOf(site: string): Promise<readonly SiteRule[]> {
  return toRules((await localArea().get(prefix + site))[prefix + site]);
}

/** Each site's rules; sites without any are left out. */
export async function allRules(): Promise<ReadonlyMap<string, readonly SiteRule[]>> {
  const entries = [...(await readAll(prefix))].map(([site, rules]) => [site, toRules(rules)] as const);
  return new Map(entries.filter(([site, rules]) => isSite(site) && rules.length > 0));
}

/** Adds a rule; what it says of the same selector outranks what was said before. */
export function addRule(site: string, rule: SiteRule): Promise<void> {
  return change(site, (rules) => [...rules.filter(({ selector }) => selector !== rule.selector), rule]);
}

export function removeRule(site: string, rule: SiteRule): Promise<void> {
  return change(site, (rules) => rules.filter((other) => !isSame(other, rule)));
}

export function isRule(value: unknown): value is SiteRule {
  return isRecord(value) && (value["verdict"] === "keep" || value["verdict"] === "remove") && isText(value["selector"], longestSelector) && value["selector"] !== "";
}

/** A rule without anything that does not belong to it. */
export function toRule({ verdict, selector }: SiteRule): SiteRule {
  return { verdict, selector };
}

export function mergeRules(before: readonly SiteRule[], added: readonly SiteRule[]): readonly SiteRule[] {
  return [...before.filter((rule) => !added.some(({ selector }) => selector === rule.selector)), ...added].slice(-mostRules);
}

/** The items of the store that hold these rules. */
export function rulesAsItems(rules: ReadonlyMap<string, readonly SiteRule[]>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...rules].map(([site, list]) => [prefix + site, list]));
}

function change(site: string, to: (rules: readonly SiteRule[]) => readonly SiteRule[]): Promise<void> {
  return inTurn(async () => {
    const rules = to(await rulesOf(site)).slice(-mostRules);
    if (rules.length === 0) await localArea().remove(prefix + site);
    else await write({ [prefix + site]: rules });
  });
}

/** What is stored may be anything; what is a rule among it stays. */
function toRules(value: unknown): readonly SiteRule[] {
  return Array.isArray(value) ? value.filter(isRule).map(toRule) : [];
}

function isSame(one: SiteRule, other: SiteRule): boolean {
  return one.verdict === other.verdict && one.selector === other.selector;
}
