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
  const story = () => ({ text: headline(), kind: "headline", link: true });
  const list = (kind, count) => ({ role: "promo", heading: true, lines: [line(kind), ...Array.from({ length: count }, story)] });
  const aged = (kind, count) => ({
    role: "promo",
    heading: true,
    lines: [line(kind), ...Array.from({ length: count }, () => [story(), line("age")]).flat()],
  });
  return { one, all, list, aged };
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
