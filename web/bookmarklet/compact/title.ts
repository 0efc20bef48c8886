/** What a page calls itself. Texts may be empty. */
export interface Titles {
  /** Of the `<title>` element. */
  readonly page: string;
  /** For those who share it. */
  readonly declared: string;
  /** From JSON-LD. */
  readonly linked: string;
  /** Texts of the `<h1>`. */
  readonly headings: readonly string[];
  /** Of the `<h2>`. */
  readonly subheadings: readonly string[];
  readonly isArticle: boolean;
  readonly site: string;
  readonly url: string;
}

/** Letters and digits only: what two spellings of one headline have in common. */
const essenceOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const separator = / (?:::|[|\-–—―·•»«/>‹]) /;

/** The headline, as wasm/core/metadata/headline.cpp finds it. */
export function chooseTitle({ page, declared, linked, headings, subheadings, isArticle, site, url }: Titles): string {
  // "Chapter - Book" over a first heading with the book's name: the chapter's.
  const parts = page.split(separator).map(essenceOf);
  const has = (essence = ""): boolean => headings.some((heading) => essenceOf(heading) === essence);
  const chapter = subheadings.find((heading) => essenceOf(heading) === parts[0]);
  if (parts[1] && chapter && !has(parts[0]) && has(parts.at(-1))) return chapter;

  const given = declared || page;
  const bare = /^\w+:\/\/[^/]*\/?$/.test(url) ? given : withoutSite(given, site, url); // a site's own page is called as the site is
  const bareEssence = essenceOf(bare);
  const whole = essenceOf(page + given);
  const linkedEssence = essenceOf(linked);
  const siteEssence = essenceOf(site);
  const confirms = (essence: string): boolean =>
    whole.includes(essence) && (bareEssence.includes(essence) || essence.includes(bareEssence)) && (essence.length * 2 >= bareEssence.length || essence === essenceOf(bare.split(separator)[0] as string));
  const candidates = [...new Set(headings.map((heading) => heading.replace(/\s*[¶#§]$/, "")))].filter((heading) => essenceOf(heading) && heading.length < 300 && essenceOf(heading) !== siteEssence);
  const chosen = candidates.find((heading) => essenceOf(heading) === linkedEssence || confirms(essenceOf(heading)));
  /** A heading without the site's name behind it. */
  const alone = (heading: string): string => {
    const last = heading.split(separator).slice(1).pop() ?? "";
    return siteEssence && essenceOf(last) === siteEssence ? heading.slice(0, -last.length - 3).trim() : heading;
  };
  if (chosen) return chosen === chosen.toUpperCase() && essenceOf(chosen) === bareEssence ? bare : alone(chosen);
  const [only = ""] = candidates;
  // Titles are shortened or spiced for search engines: a heading that says the same in other words is the author's own.
  const says = (title: string): boolean => {
    const words = wordsOf(title);
    const own = wordsOf(only);
    return words.length > 0 && own.filter((word) => words.includes(word)).length * (isArticle || linked ? 4 : 2) >= Math.min(own.length, words.length);
  };
  if (candidates.length === 1 && !isSiteName(only, site, url) && (says(bare) || says(withoutSite(page, site, url)))) return alone(only);
  return (linked && essenceOf(given).includes(linkedEssence) && linked) || bare || linked || only;
}

/** A title without the site's name behind it, or before it. */
function withoutSite(title: string, site: string, url: string): string {
  const parts = title.split(separator);
  const isSite = (part: string): boolean => isSiteName(part, site, url);
  let first = 0;
  let last = parts.length - 1;
  while (last > first && (isSite(parts[last] as string) || /^\S+\.[a-z]{2,4}$/i.test(parts[last] as string))) last--;
  if (last === parts.length - 1) {
    while (first < last && isSite(parts[first] as string)) first++;
    const words = (text: string): number => text.split(" ").length;
    const tail = parts[last] as string;
    const head = title.slice(0, title.length - tail.length - 3);
    if (first === 0 && last > 0 && words(tail) <= 4 && words(head) >= 3 && words(head) > words(tail)) last--;
  }
  const from = title.indexOf(parts[first] as string);
  const end = title.length - parts.slice(last + 1).join(" - ").length - (last + 1 < parts.length ? 3 : 0);
  return title.slice(from, end).trim();
}

/** Whether a text names the site: as the page says, or as its host does ("The Harbour Review" of www.harbourreview.example). */
function isSiteName(text: string, site: string, url: string): boolean {
  const essence = essenceOf(text);
  const alike = (name: string, most: number): boolean =>
    name === essence || (name.length > 3 && essence.length > 3 && ((essence.includes(name) && essence.length <= name.length * 2) || (name.includes(essence) && name.length <= essence.length * most)));
  const [, host = ""] = /^\w+:\/\/([^/:]*)/.exec(url) ?? [];
  const labels = host.split(".").slice(0, -1).map(essenceOf);
  return essence !== "" && (alike(essenceOf(site), Infinity) || labels.some((label) => label.length > 3 && alike(label, 2)));
}
