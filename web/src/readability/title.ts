import { countWords } from "./words.js";

// A title such as "Headline | Site" or "Section » Headline": a separator with a space on each side.
const separator = /\s[|\-\u2013\u2014\\/>\u00bb]\s/;
const lastSeparator = /^(.*)\s[|\-\u2013\u2014\\/>\u00bb]\s.*$/s;
const levels = /\s[\\/>\u00bb]\s/; // parts that lie one within the other

/** The text of the page's `<title>`. */
function htmlTitleOf(page: Document): string {
  return (page.title || page.querySelector("title")?.textContent || "").trim();
}

/** The headline that is in the page's `<title>`, for pages whose metadata have none. */
export function titleFromDocument(page: Document): string {
  const whole = htmlTitleOf(page);
  const guess = collapse(headlineIn(whole, page));
  // Few words left: most likely the headline went and the site's name stayed. A path of names loses just the site.
  const onlyTheSiteWent = levels.test(whole) && countWords(guess) === countWords(whole.replace(new RegExp(separator, "g"), " ")) - 1;
  return countWords(guess) <= 4 && !onlyTheSiteWent ? whole : guess;
}

function headlineIn(whole: string, page: Document): string {
  if (separator.test(whole)) {
    const before = lastSeparator.exec(whole)?.[1] ?? whole;
    return countWords(before) < 3 ? whole.slice(indexAfterFirstSign(whole)) : before;
  }
  if (whole.includes(": ")) return afterColon(whole, page);
  if (whole.length > 150 || whole.length < 15) {
    const headings = page.querySelectorAll("h1");
    if (headings.length === 1) return headings[0]?.textContent?.trim() ?? whole;
  }
  return whole;
}

function indexAfterFirstSign(whole: string): number {
  return whole.search(/[|\-\u2013\u2014\\/>\u00bb]/) + 1;
}

/** "Site: Headline", unless a heading of the page has the colon too. */
function afterColon(whole: string, page: Document): string {
  for (const heading of page.querySelectorAll("h1, h2")) {
    if (heading.textContent?.trim() === whole) return whole;
  }
  const afterLast = whole.slice(whole.lastIndexOf(":") + 1);
  if (countWords(afterLast) < 3) return whole.slice(whole.indexOf(":") + 1);
  return countWords(whole.slice(0, whole.indexOf(":"))) > 5 ? whole : afterLast;
}

function collapse(text: string): string {
  return text.trim().replace(/\s{2,}/g, " ");
}
