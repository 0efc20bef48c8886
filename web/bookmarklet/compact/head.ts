import { own } from "../../src/capture/own.js";
import { memberOf } from "../../src/reader/element.js";

/** What the page says of itself, as far as the view shows it. Empty where it does not say. */
export interface Head {
  readonly url: string;
  readonly title: string;
  readonly byline: string;
  readonly published: string;
  readonly site: string;
  readonly excerpt: string;
  readonly lang: string;
  readonly dir: string;
}

/** Reads a page's head: meta elements first, then JSON-LD, then what is marked in the page. docs/metadata.md has the package's longer way. */
export function readHead(page: Document): Head {
  const all = (selector: string): readonly Element[] => [...memberOf(page, "querySelectorAll").call(page, selector)];
  /** The value of the first element that has one. */
  const first = (selector: string): string => {
    for (const element of all(selector)) {
      const value = element.getAttribute("content") ?? element.getAttribute("datetime") ?? own(element, "textContent") ?? "";
      if (value.trim()) return value.replace(/\s+/g, " ").trim().slice(0, 300);
    }
    return "";
  };
  const linked = all('script[type="application/ld+json"]')
    .map((script) => own(script, "textContent"))
    .join("");
  const says = (pattern: RegExp): string => pattern.exec(linked)?.[1] ?? "";

  const site = first('[property="og:site_name"],[name="application-name"]');
  const root = memberOf(page, "documentElement");
  const body = memberOf(page, "body") as HTMLElement | null;
  const style = body && memberOf(page, "defaultView")?.getComputedStyle(body);
  const author = first('[name="author"],[name="citation_author"]');
  return {
    url: memberOf(page, "URL"),
    title: titleOf(first('[property="og:title"],[name="twitter:title"]') || first("title"), all("h1").map(wordsOf), site),
    byline: [author, says(/"author":\s*\[?\s*\{[^{}]*"name":\s*"([^"\\]+)"/), first('[rel="author"],[itemprop="author"]')].find((name) => name && !/^https?:/.test(name)) ?? "",
    published: first('[property="article:published_time"],[name="citation_date"],[itemprop="datePublished"]') || says(/"datePublished":\s*"([^"\\]+)"/) || first("article time[datetime]"),
    site,
    excerpt: first('[property="og:description"],[name="description"]'),
    lang: own(root, "getAttribute").call(root, "lang") ?? "",
    dir: style?.direction === "rtl" ? "rtl" : "",
  };
}

function wordsOf(element: Element): string {
  return (own(element, "textContent") ?? "").replace(/\s+/g, " ").trim();
}

/** Letters and digits only: what two spellings of one headline have in common. */
function essenceOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The heading that the page's title confirms, or the title without the site's name behind it. */
function titleOf(declared: string, headings: readonly string[], site: string): string {
  const whole = essenceOf(declared);
  const confirmed = headings.find((heading) => {
    const essence = essenceOf(heading);
    return essence && essence !== essenceOf(site) && heading.length < 300 && (whole.includes(essence) ? essence.length * 3 > whole.length : essence.includes(whole));
  });
  if (confirmed) return confirmed;
  const [, before = declared, after = ""] = /^(.+)\s+[|\-\u2013\u2014\u00b7\u00bb:]\s+(.+)$/.exec(declared) ?? [];
  return essenceOf(after) === essenceOf(site) || after.length * 2 < before.length ? before : declared;
}
