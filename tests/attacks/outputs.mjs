// What Pith makes of a planted attack, as all engines get it.

import assert from "node:assert/strict";

import { createExtractor } from "../../dist/package/index.js";
import { toHtml } from "../pages/markdown.mjs";
import { plant } from "./plant.mjs";

const outputs = ["html", "markdown", "text", "tree"];

/**
 * Extracts every vector's page; refusals are left out.
 * @param {object} [options]
 * @param {boolean} [options.render] make HTML of the Markdown, as its readers do
 * @returns {Promise<{vector: import("./vectors.mjs").Vector, article: object, rendered: Record<string, string>}[]>}
 */
export async function extractAll(vectors, origin, { render = true, frontMatter = false } = {}) {
  const { extract, extractText } = await createExtractor();
  return vectors.flatMap((vector) => {
    const options = { url: `${origin}/page`, outputs, explain: true, frontMatter, ...(vector.charset && { charset: vector.charset }) };
    const page = plant(vector);
    if (vector.refused) {
      assert.throws(() => extract(page, options), { name: "PithError" }, `${vector.charset} is decoded`);
      return [];
    }
    const article = vector.plain === undefined ? extract(page, options) : extractText(page, options);
    if (!render) return [{ vector, article, rendered: {} }];
    const rendered = { markdown: toHtml(article.markdown, false) };
    if (article.markdown.includes("$")) rendered["markdown with formulas"] = toHtml(article.markdown, true);
    return [{ vector, article, rendered }];
  });
}

/**
 * Articles for the view: many attacks in one, for a view takes longer to build than what it shows. Those on the metadata have one each.
 * @returns {{id: number, article: object}[]}
 */
export function viewed(results) {
  const kTogether = 40;
  const alone = results.filter(({ vector }) => vector.kind === "metadata");
  const others = results.filter(({ vector }) => vector.kind !== "metadata");
  const groups = [];
  for (let at = 0; at < others.length; at += kTogether) groups.push(others.slice(at, at + kTogether));
  const together = groups.map((group) => {
    const [{ vector, article }] = group;
    const tree = ["article", {}, ...group.flatMap((each) => each.article.tree.slice(2))];
    return { id: vector.id, article: { ...article, tree, removed: group.flatMap((each) => each.article.removed) } };
  });
  return [...alone.map(({ vector, article }) => ({ id: vector.id, article })), ...together];
}

/** An address as engines ask for it: they differ in what they escape, and never send the fragment. */
export function asAsked(address) {
  const { href } = new URL(address.replace(/#.*/s, ""));
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The addresses that an article asks for by being shown: those of its images. */
export function imagesOf(tree) {
  const found = [];
  const open = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === "string") continue;
    if (node[0] === "img") found.push(node[1].src);
    open.push(...node.slice(2));
  }
  return found;
}
