import type { Article } from "../types.js";
import { element } from "./element.js";
import type { Phrases } from "./phrases.js";
import { safeAttribute } from "./safe_attributes.js";

export interface Header {
  readonly element: HTMLElement;
  /** Adds to the line of author, date and reading time. */
  addFact(fact: HTMLElement): void;
}

/** Site, title, then a line of author, date and reading time. */
export function buildHeader(page: Document, article: Article, phrases: Phrases): Header {
  const header = element(page, "header", { class: "head" });
  const site = article.siteName ?? hostOf(article.url);
  if (site) header.append(element(page, "p", { class: "site" }, siteLink(page, site, article.url)));
  const facts = element(page, "p", { class: "facts" });
  header.append(element(page, "h1", {}, article.title || phrases.text("untitled")), facts);

  /** Each fact is isolated by `dir`, so that English and the article's script can stand in one line. */
  function addFact(fact: HTMLElement): void {
    if (facts.childNodes.length > 0) facts.append(element(page, "span", { class: "dot" }, "\u00a0\u00b7 "));
    fact.dir = "auto";
    facts.append(fact);
  }
  if (article.byline) addFact(element(page, "span", { class: "byline" }, article.byline));
  const { publishedTime, readingMinutes } = article;
  if (publishedTime) addFact(element(page, "time", { datetime: publishedTime }, readableDate(publishedTime, phrases.locale)));
  if (readingMinutes > 0) addFact(element(page, "span", {}, phrases.text("minutesToRead", { count: readingMinutes })));

  const warning = article.warnings.includes("no-content") ? "empty" : article.confidence < 0.3 ? "unsure" : undefined;
  if (warning) header.append(element(page, "p", { class: "unsure" }, phrases.text(warning)));
  return { element: header, addFact };
}

/** A machine-readable date in the reader's own way of writing it; any other as the page gives it. */
export function readableDate(date: string, locale: string): string {
  const time = new Date(date);
  if (!/^\d{4}-\d\d-\d\d/.test(date) || Number.isNaN(time.getTime())) return date;
  // A day without a time is parsed as UTC: in any zone west of Greenwich it would be shown as the day before.
  const zone = /[T ]\d/.test(date) ? undefined : "UTC";
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: zone }).format(time);
}

function siteLink(page: Document, site: string, url: string | null): Node {
  const href = url === null ? undefined : safeAttribute("a", "href", url);
  return href === undefined ? page.createTextNode(site) : element(page, "a", { href: href[1], rel: "noopener" }, site);
}

function hostOf(url: string | null): string {
  try {
    return new URL(url ?? "").host.replace(/^www\./, "");
  } catch {
    return "";
  }
}
