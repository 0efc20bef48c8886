export const kinds = ["html", "warc", "ndjson"] as const;

/** What an input is: one page, or a file that holds many. */
export type Kind = (typeof kinds)[number];

const pageSuffixes = [".html", ".htm", ".xhtml"];
const warcSuffixes = [".warc", ".warc.gz"];
const ndjsonSuffixes = [".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz"];

/** What the names of files end with that are looked for in directories. */
export const knownSuffixes: readonly string[] = [...pageSuffixes, ...warcSuffixes, ...ndjsonSuffixes];

/** What the name of an input tells. An address is one page, whatever its path ends with. */
export function kindOf(name: string): Kind {
  if (isAddress(name)) return "html";
  if (endsWithOne(name, warcSuffixes)) return "warc";
  return endsWithOne(name, ndjsonSuffixes) ? "ndjson" : "html";
}

export function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** Case does not count. */
export function endsWithOne(name: string, suffixes: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return suffixes.some((suffix) => lower.endsWith(suffix.toLowerCase()));
}
