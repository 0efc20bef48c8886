import { unescapeText } from "../readability/words.js";
import { attributesOf, startTags } from "./tags.js";

/** A `<meta>` of the page. */
export interface MetaTag {
  readonly name: string | null;
  readonly property: string | null;
  readonly content: string | null;
}

/** What the page says of itself to machines, as it says it. */
export interface PageFacts {
  readonly metaTags: readonly MetaTag[];
  /** All items of the page's JSON-LD, those of a graph one by one. */
  readonly schemaOrgData: readonly unknown[];
}

/** Reads the facts from the page's source, so that a text needs no DOM. */
export function readPageFacts(html: string): PageFacts {
  const metaTags: MetaTag[] = [];
  const schemaOrgData: unknown[] = [];
  for (const tag of startTags(html)) {
    if (tag.name !== "meta" && tag.name !== "script") continue;
    const attributes = attributesOf(html, tag);
    const get = (name: string): string | null => attributes.get(name) ?? null;
    if (tag.name === "meta") metaTags.push({ name: get("name"), property: get("property"), content: get("content") });
    else if (get("type")?.trim().toLowerCase() === "application/ld+json") schemaOrgData.push(...itemsIn(tag.rawText));
  }
  return { metaTags, schemaOrgData };
}

function itemsIn(text: string): readonly unknown[] {
  const body = text.trim().replace(/^(?:<!--|<!\[CDATA\[)/, "").replace(/(?:-->|\]\]>)$/, "");
  try {
    const unescaped: unknown = JSON.parse(body, (_, value: unknown) => (typeof value === "string" ? unescapeText(value) : value));
    return [unescaped].flat().flatMap((item) => graphOf(item) ?? [item]);
  } catch {
    return []; // broken JSON, or nested too deeply to be meant
  }
}

function graphOf(item: unknown): readonly unknown[] | undefined {
  if (typeof item !== "object" || item === null || !("@graph" in item)) return undefined;
  return Array.isArray(item["@graph"]) ? (item["@graph"] as unknown[]) : undefined;
}
