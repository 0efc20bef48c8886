// An article of a megabyte, of our own making: what a whole book on one page is like.

const words = "the tide came in over the stones and the keeper of the light wrote down what he saw because nobody else was there to see it and the book had to be full by spring".split(" ");

const sentence = (from, length) => {
  const text = Array.from({ length }, (_, at) => words[(from * 5 + at * (1 + (from % 4))) % words.length]).join(" ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
};

/** Paragraphs between two headings. */
export const perChapter = 25;

/**
 * @param {number} chapters 100 have a megabyte of text
 * @returns an article as the core gives it, as far as the view asks
 */
export function longArticle(chapters = 100) {
  let block = 0;
  const next = () => ({ "data-pith-block": String(block++) });
  const tree = ["article", {}];
  for (let chapter = 0; chapter < chapters; chapter++) {
    tree.push(["h2", next(), `Chapter ${chapter + 1}`]);
    for (let at = 0; at < perChapter; at++) {
      const from = chapter * perChapter + at;
      tree.push(["p", next(), sentence(from, 24), " ", ["a", { href: `https://example.org/${from}` }, sentence(from + 1, 6)], " ", sentence(from + 2, 30), " ", ["em", {}, sentence(from + 3, 8)], " ", sentence(from + 4, 26)]);
    }
  }
  const markdown = "# The keeper's book";
  return { title: "The keeper's book", byline: null, publishedTime: null, lang: "en", dir: null, siteName: "Light", url: "https://example.org/book", wordCount: block * 94, readingMinutes: Math.ceil((block * 94) / 240), confidence: 0.9, warnings: [], removed: [], markdown, tree };
}
