import { sameWords } from "./words.js";

/** What a page's JSON-LD says of its article; what it does not say is not there. */
export interface JsonLd {
  title?: string;
  byline?: string;
  excerpt?: string;
  siteName?: string;
  publishedTime?: string;
}

/** schema.org's Article and all that it calls more specific. */
const articleTypes = new Set(
  ("Article AdvertiserContentArticle NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle " +
    "ReportageNewsArticle ReviewNewsArticle Report SatiricalArticle ScholarlyArticle MedicalScholarlyArticle SocialMediaPosting " +
    "BlogPosting LiveBlogPosting DiscussionForumPosting TechArticle APIReference").split(" "),
);

type Json = Readonly<Record<string, unknown>>;

/** The first script that parses and describes an article; broken ones are passed over. */
export function readJsonLd(page: Document, htmlTitle: string): JsonLd {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const article = articleIn(parse(script.textContent ?? ""));
    if (article !== undefined) return describe(article, htmlTitle);
  }
  return {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.trim().replace(/^<!\[CDATA\[/, "").replace(/\]\]>$/, ""));
  } catch {
    return undefined;
  }
}

function articleIn(data: unknown): Json | undefined {
  const top = Array.isArray(data) ? data.find(isArticle) : data;
  if (!isObject(top) || !isSchemaOrg(top["@context"])) return undefined;
  const graph = top["@graph"];
  if (!top["@type"] && Array.isArray(graph)) return graph.find(isArticle);
  return isArticle(top) ? top : undefined;
}

function isArticle(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const type = value["@type"];
  return [type].flat().some((name) => typeof name === "string" && articleTypes.has(name));
}

function isSchemaOrg(context: unknown): boolean {
  const address = isObject(context) ? context["@vocab"] : context;
  return typeof address === "string" && /^https?:\/\/schema\.org\/?$/.test(address);
}

function describe(article: Json, htmlTitle: string): JsonLd {
  const publisher = article["publisher"];
  const found = {
    title: titleOf(article, htmlTitle),
    byline: namesOf(article["author"]),
    excerpt: textOf(article["description"]),
    siteName: isObject(publisher) ? textOf(publisher["name"]) : undefined,
    publishedTime: textOf(article["datePublished"]),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Sites put their own name into one of the two; where both are there, the page's title tells which is the headline. */
function titleOf(article: Json, htmlTitle: string): string | undefined {
  const name = textOf(article["name"]);
  const headline = textOf(article["headline"]);
  if (name === undefined || headline === undefined || name === headline) return name ?? headline;
  return sameWords(headline, htmlTitle) && !sameWords(name, htmlTitle) ? headline : name;
}

function namesOf(author: unknown): string | undefined {
  if (isObject(author)) return textOf(author["name"]);
  if (!Array.isArray(author)) return undefined;
  const names = author.map((one) => (isObject(one) ? textOf(one["name"]) : undefined)).filter((name) => name !== undefined);
  return names.length > 0 ? names.join(", ") : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim() : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
