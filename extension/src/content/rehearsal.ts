import { own } from "../../../web/src/own.js";
import { makeInert } from "../../../web/src/reader/element.js";
import { allFeatures, mountReader, type ReaderHost } from "../../../web/src/reader/index.js";
import { sanitize } from "../../../web/src/reader/sanitize.js";
import type { Article, ArticleNode } from "../../../web/src/types.js";

const paragraph: ArticleNode = ["p", { "data-pith-block": "0" }, "A line and ", ["a", { href: "https://example.org/" }, "a link"], ["em", {}, "."]];
const article = {
  title: "A", byline: "B", publishedTime: "2026-01-01", lang: "en", dir: null, siteName: "C", url: "https://example.org/", wordCount: 300, readingMinutes: 2, confidence: 1, warnings: [],
  removed: [{ reason: "low-score", text: "Menu", before: 0, element: 0, score: 0 }],
  tree: ["article", {}, ["h2", {}, "D"], ...Array.from({ length: 12 }, () => paragraph), ["h2", {}, "E"]],
} as unknown as Article; // as much as the view asks for

/**
 * Builds the reader with an article of a few lines, where nobody sees it, and throws it away. While the background works on the real article
 * the page has nothing to do; and what a script does for the first time takes the browser several times as long as the second time.
 */
export function rehearse(): void {
  const host: ReaderHost = { loadSettings: () => Promise.resolve({}), saveSettings: () => Promise.resolve(), close() {}, sanitize };
  try {
    const place = own(document, "adoptNode").call(document, makeInert(document).createElement("div")) as HTMLElement;
    mountReader(place.attachShadow({ mode: "closed" }), article, host, allFeatures).destroy();
  } catch (error) {
    console.error(error); // the real one will tell
  }
}
