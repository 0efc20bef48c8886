import { attributeOf, own } from "../../src/own.js";
import type { Article } from "../../src/types.js";
import { linkedDataOf, namesIn } from "./linked_data.js";
import { chooseTitle } from "./title.js";

/** What the page says of itself, as far as engine and view ask for it, by the article's names. Empty or null where it does not say. */
export interface Head extends Pick<Article, "siteName" | "lang" | "dir"> {
  readonly url: string;
  readonly title: string;
  readonly byline: string;
  readonly publishedTime: string;
  readonly excerpt: string;
}

/** As many first headings, and characters of a title, as the package reads. */
const mostHeadings = 64;
const longestTitle = 999;

/** Reads a page's head: from the sources that docs/metadata.md names, in their order, but for what stands in lines of the page's text. */
export function readHead(page: Document): Head {
  const all = (selector: string): readonly Element[] => [...own(page, "querySelectorAll").call(page, selector)];
  const textOf = (element: Element): string => (own(element, "textContent") ?? "").replace(/\s+/g, " ").trim();
  /** The value of the first element that has one, the selectors tried in their order. */
  const first = (...selectors: readonly string[]): string => {
    for (const element of selectors.flatMap(all)) {
      const value = (attributeOf(element, "content") ?? attributeOf(element, "datetime") ?? textOf(element)).replace(/\s+/g, " ").trim();
      if (value) return value;
    }
    return "";
  };
  const meta = (...names: readonly string[]): string => first(...names.map((name) => `meta[property="${name}" i],meta[name="${name}" i]`));
  const linked = linkedDataOf(all('script[type="application/ld+json"]').map((script) => own(script, "textContent") ?? ""));

  const [link] = all("link[rel~=canonical]") as readonly HTMLLinkElement[];
  const canonical = (link && own(link, "href")) || meta("og:url");
  const url = /^https?:/.test(canonical) ? canonical : own(page, "URL");
  const site = meta("og:site_name") || namesIn(linked.publisher)[0] || meta("application-name");
  const root = own(page, "documentElement");
  const body = own(page, "body") as HTMLElement | null;
  const style = body && own(page, "defaultView")?.getComputedStyle(body);
  const bylines = [namesIn(linked.author ?? linked.creator).join(", "), meta("citation_author", "author"), first('[rel="author"],[itemprop="author"]')];
  const published = meta("article:published_time");
  return {
    url,
    title: chooseTitle({
      page: first("head title").slice(0, longestTitle),
      declared: meta("og:title", "twitter:title", "citation_title", "dc.title", "title").slice(0, longestTitle),
      linked: linked.headline || linked.name,
      headings: all("h1").slice(0, mostHeadings).map(textOf),
      subheadings: all("h2").slice(0, mostHeadings).map(textOf),
      isArticle: published !== "" || meta("og:type") === "article",
      site,
      url,
    }),
    byline: bylines.find((name) => name && !/^https?:/.test(name)) ?? "",
    publishedTime: linked.datePublished || published || meta("citation_date") || first('[itemprop="datePublished"]', "article time[datetime]"),
    siteName: site || null,
    excerpt: linked.description || meta("og:description", "description", "twitter:description"),
    lang: attributeOf(root, "lang"),
    dir: style?.direction === "rtl" ? "rtl" : null,
  };
}
