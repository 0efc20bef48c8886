import { readJsonLd, type JsonLd } from "./json_ld.js";
import { titleFromDocument } from "./title.js";
import { unescapeText } from "./words.js";

/** What the page's head says of the article, in the order of sources that users of Readability know. */
export interface Metadata {
  readonly title: string;
  readonly byline: string | null;
  readonly excerpt: string | null;
  readonly siteName: string | null;
  readonly publishedTime: string | null;
}

// `property` holds a list of names, of which the first that is known counts.
const knownProperty = /(?:^|[\s:])(article|dc|dcterm|og|twitter)\s*:\s*(author|creator|description|published_time|title|site_name)\s*(?:\s|$)/i;
const knownName =
  /^\s*(?:(?:dc|dcterm|og|twitter|parsely|weibo:(?:article|webpage))\s*[-.:]\s*)?(?:author|creator|pub-date|description|title|site_name)\s*$/i;

/** Reads the metadata of a page, which stays as it is. */
export function readMetadata(page: Document, useJsonLd: boolean): Metadata {
  const jsonLd: JsonLd = useJsonLd ? readJsonLd(page, titleFromDocument(page)) : {};
  const meta = readMeta(page);
  const first = (...names: string[]): string | undefined => names.map((name) => meta.get(name)).find(Boolean);
  const articleAuthor = meta.get("article:author");
  const unescaped = (text: string | undefined): string | null => (text ? unescapeText(text) : null);
  return {
    title: unescapeText(
      jsonLd.title ||
        first("dc:title", "dcterm:title", "og:title", "weibo:article:title", "weibo:webpage:title", "title", "twitter:title", "parsely-title") ||
        titleFromDocument(page),
    ),
    byline: unescaped(
      jsonLd.byline ||
        first("dc:creator", "dcterm:creator", "author", "parsely-author") ||
        (articleAuthor !== undefined && !isAddress(articleAuthor) ? articleAuthor : undefined),
    ),
    excerpt: unescaped(
      jsonLd.excerpt ||
        first("dc:description", "dcterm:description", "og:description", "weibo:article:description", "weibo:webpage:description", "description", "twitter:description"),
    ),
    siteName: unescaped(jsonLd.siteName || meta.get("og:site_name")),
    publishedTime: unescaped(jsonLd.publishedTime || first("article:published_time", "parsely-pub-date")),
  };
}

/** The values of `<meta>` by their names in one spelling: lower case, no spaces, colons for dots. Later ones win. */
function readMeta(page: Document): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const content = meta.getAttribute("content");
    if (!content) continue;
    const property = knownProperty.exec(meta.getAttribute("property") ?? "");
    const name = meta.getAttribute("name") ?? "";
    if (property !== null) values.set(`${property[1]}:${property[2]}`.toLowerCase(), content.trim());
    else if (knownName.test(name)) values.set(name.toLowerCase().replace(/\s/g, "").replaceAll(".", ":"), content.trim());
  }
  return values;
}

function isAddress(text: string): boolean {
  return URL.canParse(text);
}
