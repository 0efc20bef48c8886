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

/** A `<meta>` or `<script>`. */
interface Fact {
  get(attribute: string): string | null;
  /** Of a script what stands in it; of a `<meta>` undefined. */
  readonly script: string | undefined;
}

/** Reads the facts from a document, or from a page's source, so that a text needs no DOM. */
export function readPageFacts(page: Document | string): PageFacts {
  const metaTags: MetaTag[] = [];
  const schemaOrgData: unknown[] = [];
  for (const { get, script } of typeof page === "string" ? factsOfText(page) : factsOfDocument(page)) {
    if (script === undefined) {
      const content = get("content");
      metaTags.push({ name: get("name"), property: get("property"), content: content === null ? null : unescapeText(content) });
    } else if (get("type")?.trim().toLowerCase() === "application/ld+json") {
      for (const item of itemsIn(script)) schemaOrgData.push(item);
    }
  }
  return { metaTags, schemaOrgData };
}

function* factsOfDocument(page: Document): Generator<Fact> {
  for (const element of page.querySelectorAll("meta, script[type]")) {
    yield { get: (name) => element.getAttribute(name), script: element.localName === "meta" ? undefined : (element.textContent ?? "") };
  }
}

function* factsOfText(html: string): Generator<Fact> {
  for (const tag of startTags(html)) {
    if (tag.name !== "meta" && tag.name !== "script") continue;
    const attributes = attributesOf(html, tag);
    yield { get: (name) => attributes.get(name) ?? null, script: tag.name === "meta" ? undefined : tag.rawText };
  }
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
