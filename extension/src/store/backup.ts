// Everything that is stored, as one file that a person can keep, read and give back.

import { toSettings } from "../../../web/src/reader/settings.js";
import type { SiteRule } from "../../../web/src/reader/host.js";
import { toMarks } from "../../../web/src/reader/marks/mark.js";
import { isSite } from "../site.js";
import { isRecord, isText, type Fields } from "../values.js";
import { allMarks, isMark, longestTitle, marksAsItems, mergeMarks, type PageMarks } from "./marks.js";
import { allRules, isRule, mergeRules, mostRules, rulesAsItems, toRule } from "./rules.js";
import { changeSettings, loadSettings } from "./settings.js";
import { alwaysOpened, sitesKey } from "./sites.js";
import { inTurn, write } from "./write.js";

/** Raised when a file of before could no longer be read as it is. */
export const backupVersion = 1;

export interface Backup {
  readonly settings: Fields;
  readonly sites: readonly string[];
  readonly rules: ReadonlyMap<string, readonly SiteRule[]>;
  readonly highlights: ReadonlyMap<string, PageMarks>;
}

type ProblemKind =
  | ("notJson" | "notPith" | "newer" | "unknown" | "notRecord" | "notList")
  | ("notSetting" | "notSite" | "notRule" | "tooMany" | "notAddress" | "notTitle" | "notMark");

/** What is wrong in a file, and where; values of `_locales` messages. */
export interface BackupProblem {
  /** Path in the file, such as `rules["example.org"][2].selector`; `""`: the whole. */
  readonly where: string;
  readonly what: ProblemKind;
}

export async function takeBackup(): Promise<Backup> {
  const [settings, sites, rules, highlights] = await Promise.all([loadSettings(), alwaysOpened(), allRules(), allMarks()]);
  return { settings, sites, rules, highlights };
}

export function writeBackup({ settings, sites, rules, highlights }: Backup): string {
  const file = { pith: "backup", version: backupVersion, settings, sites, rules: Object.fromEntries(rules), highlights: Object.fromEntries(highlights) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a file; where anything in it is wrong all that is wrong is told, and nothing is to be taken from it. */
export function readBackup(text: string): { readonly backup: Backup } | { readonly problems: readonly BackupProblem[] } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { problems: [{ where: "", what: "notJson" }] };
  }
  if (!isRecord(file) || file["pith"] !== "backup" || !Number.isSafeInteger(file["version"])) return { problems: [{ where: "", what: "notPith" }] };
  if (file["version"] !== backupVersion) return { problems: [{ where: "version", what: "newer" }] };

  const problems: BackupProblem[] = [];
  const problem = (where: string, what: ProblemKind): void => void problems.push({ where, what });
  for (const name of Object.keys(file)) if (!parts.includes(name)) problem(name, "unknown");
  const backup = {
    settings: readSettings(file["settings"] ?? {}, problem),
    sites: readList(file["sites"] ?? [], "sites", "notSite", isSite, problem),
    rules: readRules(file["rules"] ?? {}, problem),
    highlights: readHighlights(file["highlights"] ?? {}, problem),
  };
  return problems.length > 0 ? { problems } : { backup };
}

/** Adds what a file has to what is there; its settings take the place of those that are. Nothing is stored where there is no room for all. */
export function restoreBackup({ settings, sites, rules, highlights }: Backup): Promise<void> {
  return inTurn(async () => {
    const [sitesNow, rulesNow, marksNow] = await Promise.all([alwaysOpened(), allRules(), allMarks()]);
    await write({
      [sitesKey]: [...new Set([...sitesNow, ...sites])].sort(),
      ...rulesAsItems(new Map([...rules].map(([site, list]) => [site, mergeRules(rulesNow.get(site) ?? [], list)]))),
      ...marksAsItems(new Map([...highlights].map(([page, marks]) => [page, mergeMarks(marksNow.get(page), marks)]))),
    });
    if (Object.keys(settings).length > 0) await changeSettings(settings);
  });
}

const parts = ["pith", "version", "settings", "sites", "rules", "highlights"];
type Tell = (where: string, what: ProblemKind) => void;

function readSettings(value: unknown, problem: Tell): Fields {
  if (!isRecord(value)) return problem("settings", "notRecord"), {};
  const known: Fields = toSettings(value);
  for (const [name, given] of Object.entries(value)) {
    if (!Object.hasOwn(known, name)) problem(`settings.${name}`, "unknown");
    else if (JSON.stringify(known[name]) !== JSON.stringify(given)) problem(`settings.${name}`, "notSetting");
  }
  return value;
}

function readRules(value: unknown, problem: Tell): Backup["rules"] {
  return readMap(value, "rules", problem, (list, site, where) => {
    if (!isSite(site)) problem(where, "notSite");
    if (Array.isArray(list) && list.length > mostRules) problem(where, "tooMany");
    return readList(list, where, "notRule", isRule, problem).map(toRule);
  });
}

function readHighlights(value: unknown, problem: Tell): Backup["highlights"] {
  return readMap(value, "highlights", problem, (page, address, where) => {
    if (!/^(https?|file):\/\//.test(address)) problem(where, "notAddress");
    if (!isRecord(page)) return problem(where, "notRecord"), { title: "", marks: [] };
    const { title, marks } = page;
    if (!isText(title, longestTitle)) problem(`${where}.title`, "notTitle");
    return { title: String(title), marks: toMarks(readList(marks, `${where}.marks`, "notMark", isMark, problem)) };
  });
}

function readMap<Entry>(value: unknown, where: string, problem: Tell, read: (entry: unknown, key: string, where: string) => Entry): ReadonlyMap<string, Entry> {
  if (!isRecord(value)) return problem(where, "notRecord"), new Map();
  return new Map(Object.entries(value).map(([key, entry]) => [key, read(entry, key, `${where}[${JSON.stringify(key)}]`)]));
}

function readList<Entry>(value: unknown, where: string, what: ProblemKind, is: (entry: unknown) => entry is Entry, problem: Tell): readonly Entry[] {
  if (!Array.isArray(value)) return problem(where, "notList"), [];
  value.forEach((entry, index) => is(entry) || problem(`${where}[${index}]`, what));
  return value as readonly Entry[];
}
