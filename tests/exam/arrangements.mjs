// What stands where on a page of the exam: a story, and promotion that is pushed in several ways.
//
// A page is a list of parts. A part is `{role, lines}`; `role` is `title`, `standfirst`, `body` or `promo`. Lines are `{text, kind, link}`.
// A promotion may have a `heading`, which is its first line.

const kBodyGap = 2; // paragraphs between two promotions inside the story

/** Takes the items of a list in turn, so that all pages of a language together show every line. */
function taker(items) {
  let next = 0;
  return () => items[next++ % items.length];
}

/** The makers of promotions in a language's words. */
function promotions({ headlines, lines }) {
  const headline = taker(headlines);
  const takers = new Map(Object.entries(lines).map(([kind, texts]) => [kind, taker(texts)]));
  const line = (kind, link = false) => ({ text: takers.get(kind)().replace("{}", headline), kind, link });
  const one = (kind, link) => ({ role: "promo", lines: [line(kind, link)] });
  const all = (kind) => ({ role: "promo", lines: lines[kind].map((text) => ({ text: text.replace("{}", headline), kind, link: false })) });
  const some = (kind, count) => ({ role: "promo", lines: Array.from({ length: count }, () => line(kind)) });
  const story = () => ({ text: headline(), kind: "headline", link: true });
  const list = (kind, count) => ({ role: "promo", heading: true, lines: [line(kind), ...Array.from({ length: count }, story)] });
  const storiesWithAges = (count) => Array.from({ length: count }, () => [story(), line("age")]).flat();
  const aged = (kind, count) => ({ role: "promo", heading: true, lines: [line(kind), ...storiesWithAges(count)] });
  const plainAged = (count) => ({ role: "promo", lines: storiesWithAges(count) });
  return { line, story, one, all, some, list, aged, plainAged };
}

/** The parts of a story that are its author's. */
function own([title, standfirst, ...paragraphs]) {
  const head = [{ role: "title", lines: [{ text: title, kind: "title" }] }, { role: "standfirst", lines: [{ text: standfirst, kind: "standfirst" }] }];
  return { head, body: paragraphs.map((text) => ({ role: "body", lines: [{ text, kind: "body" }] })) };
}

/** Puts promotions between the paragraphs of a story, never before the first. */
function between(paragraphs, promos) {
  const parts = [];
  const queue = [...promos];
  for (const [index, part] of paragraphs.entries()) {
    parts.push(part);
    if (index % kBodyGap === kBodyGap - 1 && index < paragraphs.length - 1 && queue.length > 0) parts.push(queue.shift());
  }
  return [...parts, ...queue];
}

/**
 * The ways to push.
 * @returns {Record<string, object[]>} pages by name, each a list of parts
 */
export function arrange(story) {
  const { head, body } = own(story.story);
  const { one, all, list, aged } = promotions(story);
  return {
    clean: [...head, ...body],
    wall: [one("app"), one("newsletter"), ...head, ...body, all("signup"), list("related", 3), one("newsletter"), one("app", true), one("copyright")],
    aged: [...head, one("updated"), ...body, aged("trending", 5)],
    between: [
      ...head, one("translation"), one("live", true), one("tools"),
      ...between(body, [one("readalso", true), one("ad"), one("live"), one("readalso")]),
      one("author"), one("share"), one("comment"), one("copyright"),
    ],
    mixed: [
      one("consent"), one("consent"), ...head, one("updated"), one("share"), one("share", true), one("tools"),
      ...between(body, [one("newsletter"), list("related", 2), one("ad"), one("app")]),
      one("comment"), one("comment", true), one("author"), list("trending", 4), aged("related", 2), one("live"), one("copyright"),
    ],
  };
}

/**
 * The same as aggregators and papers push: slogans above the headline, a wall of sign-up lines, lists of headlines, of which some have ages.
 * @param {{story: string[], headlines: string[], lines: Record<string, string[]>}} story with the lines of a language of `sites/`
 */
export function arrangeAsSites(story) {
  const { head, body } = own(story.story);
  const { one, some, list, aged, plainAged } = promotions(story);
  return {
    slogans: [some("slogan", 4), ...head, ...body, some("signup", 3), one("related"), one("trending"), some("signup", 3), some("app", 3)],
    lists: [some("slogan", 3), ...head, ...body, some("signup", 3), list("related", 3), list("trending", 4), some("app", 3), one("copyright")],
    ages: [...head, ...body, plainAged(12)],
    strip: [...head, one("translation"), one("live", true), ...body, one("pictures", true), one("updated")],
    many: [
      ...head, one("updated"), one("share"), one("live", true),
      ...between(body, [one("readalso", true), one("ad"), some("newsletter", 3)]),
      one("pictures", true), some("share", 2), one("comment"), aged("related", 4), aged("trending", 3), one("copyright"),
    ],
  };
}

/**
 * The forms that lists of other stories take behind an article: where their ages, their papers and their authors stand, and on how many lines. Then stories
 * between its paragraphs.
 * @param {{story: string[], headlines: string[], lines: Record<string, string[]>}} story with the lines of a language of `sites/`
 */
export function arrangeInForms(story) {
  const papers = taker(["The Daily Courier", "Harbour Post", "Northern Echo", "City Wire"]);
  const people = taker(["Jane Roe", "Tomas Lindqvist", "Amira Haddad", "Kenji Mori"]);
  const { head, body } = own(story.story);
  const { line, story: headline } = promotions(story);
  const part = (lines) => ({ role: "promo", lines });
  const said = (text, kind = "age") => ({ text, kind, link: false });
  const label = (kind) => line(kind).text.replace(/[:：]$/, "");
  /** @param {(headline: string, age: string, index: number) => string | object[]} form of one story: its only line, or all of them */
  const list = (form, heading) => {
    const items = Array.from({ length: 6 }, (_, index) => {
      const { text } = headline();
      const made = form(text, line("age").text, index);
      return typeof made === "string" ? [{ text: made, kind: "headline", link: true }] : made;
    });
    return [...head, ...body, { ...part([...(heading ? [line(heading)] : []), ...items.flat()]), heading: heading !== undefined }];
  };
  const link = (text) => ({ text, kind: "headline", link: true });
  const middle = Math.floor(body.length / 2);
  const inside = (...lines) => [...head, ...body.slice(0, middle), part(lines), ...body.slice(middle)];
  return {
    "headline - age": list((text, age) => `${text} - ${age}`),
    "label, headline - age": list((text, age) => `${text} - ${age}`, "trending"),
    "headline (age)": list((text, age) => `${text} (${age})`),
    "age - headline": list((text, age) => `${age} - ${text}`),
    "age headline": list((text, age) => `${age} ${text}`),
    "time headline": list((text, age, index) => `1${index}:4${index} ${text}`),
    "headline date": list((text, age, index) => `${text} | 1${index}.05.2026`),
    "time, headline": list((text, age, index) => [said(`1${index}:4${index}`), link(text)]),
    "headline, date": list((text, age, index) => [link(text), said(`1${index}.05.2026`)]),
    "headline, paper - age": list((text, age) => [link(text), said(`${papers()} · ${age}`)]),
    "paper, headline, age": list((text, age) => [said(papers()), link(text), said(age)]),
    "headline, author, age": list((text, age) => [link(text), said(people()), said(age)]),
    "label, 1. headline": list((text, age, index) => `${index + 1}. ${text}`, "trending"),
    "label, number, headline": list((text, age, index) => [said(`${index + 1}`), link(text)], "trending"),
    "label, bullet headline": list((text) => `• ${text}`, "related"),
    "label, headline": list((text) => text, "related"),
    "inside, label and headline": inside({ text: `${label("related")}: ${headline().text}`, kind: "readalso", link: true }),
    "inside, label, headline": inside(said(label("related"), "readalso"), headline()),
    "labels in a line": [...head, ...body, part([said(["share", "comment", "share"].map(label).join(" | "), "share")])],
  };
}
