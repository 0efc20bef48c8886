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
  return { one, all, some, list, aged, plainAged };
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
  const [title, standfirst, ...paragraphs] = story.story;
  const head = [{ role: "title", lines: [{ text: title, kind: "title" }] }, { role: "standfirst", lines: [{ text: standfirst, kind: "standfirst" }] }];
  const body = paragraphs.map((text) => ({ role: "body", lines: [{ text, kind: "body" }] }));
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
  const [title, standfirst, ...paragraphs] = story.story;
  const head = [{ role: "title", lines: [{ text: title, kind: "title" }] }, { role: "standfirst", lines: [{ text: standfirst, kind: "standfirst" }] }];
  const body = paragraphs.map((text) => ({ role: "body", lines: [{ text, kind: "body" }] }));
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
