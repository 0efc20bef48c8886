import type { Article } from "../types.js";
import { element } from "./element.js";
import { minutesToRead, phrases } from "./phrases.js";
import { safeAttribute } from "./safe_attributes.js";

/** Words a minute of silent reading; in the scripts below each character counts as a word. */
const pace = 230;
const characterPace = 450;

/** Site, title, then a line of author, date and reading time, to which the caller may add. */
export function buildHeader(page: Document, article: Article, ...added: readonly Node[]): HTMLElement {
  const header = element(page, "header", { class: "head" });
  const site = article.siteName ?? hostOf(article.url);
  if (site) header.append(element(page, "p", { class: "site" }, siteLink(page, site, article.url)));
  header.append(element(page, "h1", {}, article.title || phrases.untitled));
  const facts: Node[] = [];
  if (article.byline) facts.push(element(page, "span", { class: "byline", dir: "auto" }, article.byline));
  if (article.publishedTime) facts.push(dateOf(page, article.publishedTime));
  if (article.wordCount > 0) facts.push(element(page, "span", { dir: "auto" }, minutesToRead(readingMinutes(article))));
  facts.push(...added);
  if (facts.length > 0) header.append(element(page, "p", { class: "facts" }, ...withDots(page, facts)));
  const warning = article.warnings.includes("no-content") ? phrases.empty : article.confidence < 0.3 ? phrases.unsure : "";
  if (warning) header.append(element(page, "p", { class: "unsure" }, warning));
  return header;
}

export function readingMinutes({ wordCount, lang }: Article): number {
  return Math.max(1, Math.round(wordCount / (/^(zh|ja|ko)\b/i.test(lang ?? "") ? characterPace : pace)));
}

/** A machine-readable date in the reader's own way of writing it; any other as the page gives it. */
export function readableDate(date: string): string {
  const time = new Date(date);
  if (!/^\d{4}-\d\d-\d\d/.test(date) || Number.isNaN(time.getTime())) return date;
  // A day without a time is parsed as UTC: in any zone west of Greenwich it would be shown as the day before.
  const zone = /[T ]\d/.test(date) ? undefined : "UTC";
  return new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: zone }).format(time);
}

/** Each fact is isolated by `dir`, so that English and the article's script can stand in one line. */
function withDots(page: Document, facts: readonly Node[]): Node[] {
  return facts.flatMap((fact, index) => (index === 0 ? [fact] : [element(page, "span", { class: "dot" }, "\u00a0\u00b7 "), fact]));
}

function dateOf(page: Document, date: string): HTMLElement {
  return element(page, "time", { datetime: date, dir: "auto" }, readableDate(date));
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
