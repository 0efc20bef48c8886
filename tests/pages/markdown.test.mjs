// Markdown is read by others' programs: what they get back must be the article.

import assert from "node:assert/strict";
import test from "node:test";

import { parseHTML } from "linkedom";
import { micromark } from "micromark";
import { gfmStrikethrough, gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";

import { extractPage, pageNames } from "./pages.mjs";

const kBlocks = /<(\/?(?:blockquote|caption|d[dlt]|details|figcaption|figure|h\d|header|li|ol|p|pre|summary|t[dhr]|table|ul)\b[^>]*|br|hr)>/g;

/** The page that a Markdown reader makes of it. */
const toHtml = (markdown) =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfmTable(), gfmStrikethrough()], htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml()] });

const documentOf = (html) => parseHTML(`<html><body>${html}</body></html>`).document;

/** The text that a reader sees, white space folded, blocks parted. */
const textOf = (html) => documentOf(html.replace(kBlocks, " <$1> ")).body.textContent.replace(/\s+/g, " ").trim();

const addressesOf = (html, selector, attribute) => [...documentOf(html).querySelectorAll(selector)].map((element) => decodeURI(element.getAttribute(attribute)));

for (const name of pageNames()) {
  test(`${name}: Markdown reads as the same text, links and images`, () => {
    const article = extractPage(name);
    const back = toHtml(article.markdown);
    assert.equal(textOf(back), textOf(article.html));
    assert.deepEqual(addressesOf(back, "a", "href"), addressesOf(article.html, "a", "href"));
    assert.deepEqual(addressesOf(back, "img", "src"), addressesOf(article.html, "img", "src"));
  });
}
