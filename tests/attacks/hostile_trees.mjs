// Trees as if the core passed every attack on as it is.

import { JSDOM } from "jsdom";

const kTogether = 20; // attacks in one article
const isName = (name) => /^[a-z_][\w.:-]*$/i.test(name); // others cannot be made, by whatever wall

/** What a browser makes of an attack, as a tree. */
function hostileNodes(markup) {
  const toNode = (node) => {
    if (node.nodeType === 3) return [node.data];
    if (node.nodeType !== 1) return [];
    const children = [...(node.localName === "template" ? node.content : node).childNodes].flatMap(toNode);
    if (!isName(node.localName)) return children;
    return [[node.localName, Object.fromEntries([...node.attributes].filter(({ name }) => isName(name)).map(({ name, value }) => [name, value])), ...children]];
  };
  return [...JSDOM.fragment(markup).childNodes].flatMap(toNode);
}

/** An article without anything in it. */
export const article = { title: "A title", byline: null, publishedTime: null, siteName: null, url: null, lang: "en", dir: null, wordCount: 9, readingMinutes: 1, confidence: 1, warnings: [], removed: [], markdown: "" };

/** @returns {{id: number, article: object}[]} the attacks of these vectors, several in each; `id` is that of the first */
export function hostileArticles(vectors) {
  const usable = vectors.filter(({ kind, markup }) => markup !== undefined && kind !== "depth");
  const articles = [];
  for (let at = 0; at < usable.length; at += kTogether) {
    const group = usable.slice(at, at + kTogether);
    articles.push({ id: group[0].id, article: { ...article, tree: ["article", {}, ["p", {}, "Before."], ...group.flatMap(({ markup }) => hostileNodes(markup)), ["p", {}, "Behind."]] } });
  }
  return articles;
}
