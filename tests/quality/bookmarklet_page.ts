// What tests/quality/bookmarklet.mjs runs in a browser's page.

import { snapshotOf } from "../../web/src/capture/snapshot.js";
import type { ArticleNode } from "../../web/src/types.js";
import { buildArticle } from "../../web/bookmarklet/compact/article.js";
import { startEngine, type Judge } from "../../web/bookmarklet/compact/engine.js";
import { readHead } from "../../web/bookmarklet/compact/head.js";

const apart = /^(h\d|p|pre|blockquote|[uod]l|li|d[td]|figure|table|tr|t[dh]|details|summary|br|caption)$/;

/** What the package's text has of an article: numbers of lists, what emoji stand for, and no hints where a line may break. The view shows the pictures. */
function textOf(node: ArticleNode): string {
  if (typeof node === "string") return node.replace(/[\u00AD\uFEFF]|\u200B(?![\u0E00-\u109F\u1780-\u17FF\u3040-\u9FFF])/g, "");
  const [tag, attributes, ...children] = node;
  if (tag === "figcaption") return "";
  if (tag === "img") return /^[:;]\S+$/.test(String(attributes["alt"] ?? "")) ? String(attributes["alt"]) : " ";
  const from = Number(attributes["start"] ?? 1);
  const text = (children as ArticleNode[]).map((child, index) => (tag === "ol" ? `\n${from + index}. ` : "") + textOf(child)).join("");
  return apart.test(tag) ? `\n${text}\n` : text;
}

let judge: Judge;

Object.assign(globalThis, {
  async pithStart(base64: string) {
    judge = await startEngine(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  },
  pithRead(html: string) {
    const page = new DOMParser().parseFromString(html, "text/html");
    // A live page has run its scripts, so the snapshot leaves out what stands there for browsers without any. Here that is all there is.
    for (const noscript of page.querySelectorAll("body noscript")) {
      const shown = page.createElement("div");
      shown.append(...noscript.childNodes);
      noscript.replaceWith(shown);
    }
    const start = performance.now();
    const head = readHead(page);
    const snapshot = snapshotOf(page);
    const { blocks } = judge([head.url, head.title, head.excerpt, head.publishedTime], snapshot);
    const { tree } = buildArticle(snapshot, blocks);
    return { text: textOf(tree), milliseconds: performance.now() - start };
  },
});
