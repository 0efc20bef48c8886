// Markdown is read by others' programs: what they get back must be the article.

import assert from "node:assert/strict";
import test from "node:test";

import { calloutTitles, documentOf, textOf, toHtml, withHeadingNames } from "./markdown.mjs";
import { extractPage, pageNames } from "./pages.mjs";

/** The article without what Markdown's readers make anew: links back from notes, and the numbers of notes. */
function withoutMarks(html) {
  const { body } = documentOf(html);
  for (const link of [...body.querySelectorAll("a[href^='#']")]) {
    if (/^[\s\d↩︎^*]*$/.test(link.textContent)) link.remove();
  }
  for (const mark of [...body.querySelectorAll("sup")]) if (mark.textContent.trim() === "") mark.remove();
  return body.innerHTML;
}

/** White space around what was taken out, and the signs of check lists and callouts, say nothing of the text. */
const essence = (html) =>
  textOf(withoutMarks(html))
    .replace(/\[!(\w)(\w*)\]/g, (_, first, rest) => first + rest.toLowerCase())
    .replace(/[☐☑]/g, "")
    .replace(/\s+([.,;])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();

const addressesOf = (html, selector, attribute) =>
  [...documentOf(withoutMarks(html)).querySelectorAll(selector)].map((element) => decodeURI(element.getAttribute(attribute)));

for (const name of pageNames()) {
  test(`${name}: Markdown reads as the same text, links and images`, () => {
    const article = extractPage(name);
    const html = calloutTitles(article.html);
    for (const formulas of article.html.includes("<math") ? [true] : [true, false]) {
      const back = toHtml(article.markdown, formulas);
      assert.equal(essence(back), essence(html));
      assert.deepEqual(addressesOf(back, "a", "href"), addressesOf(withHeadingNames(withoutMarks(html)), "a", "href"));
      assert.deepEqual(addressesOf(back, "img", "src"), addressesOf(html, "img", "src"));
    }
  });

  test(`${name}: Markdown reads as the same headings, lists, code, tables, boxes and formulas`, () => {
    const article = extractPage(name);
    const [back, html] = [documentOf(toHtml(article.markdown, true)), documentOf(article.html)];
    const shape = (page, selector, of = (element) => element.localName) => [...page.querySelectorAll(selector)].map(of);
    assert.deepEqual(shape(back, "h1, h2, h3, h4, h5, h6"), shape(html, "h1, h2, h3, h4, h5, h6"));
    // A parser of HTML drops the line feed behind `<pre>`; linkedom keeps it.
    const code = (element) => [element.firstElementChild?.className ?? "", element.textContent.replace(element.firstElementChild ? "" : /^\n/, "").replace(/\n+$/, "")];
    assert.deepEqual(shape(back, "pre", code), shape(html, "pre", code));
    const cells = (row) => [...row.children].map((cell) => cell.textContent.trim()).filter(Boolean).length;
    const filled = (page) => shape(page, "tr", cells).filter((count) => count > 0);
    assert.deepEqual(filled(back), filled(html));
    assert.equal(back.querySelectorAll("blockquote").length, html.querySelectorAll("blockquote, aside.callout, article article article").length);
    // GFM has boxes before lines of text only; those of headings stay characters.
    const boxed = [...html.querySelectorAll("li.task")].filter((item) => !/^h\d$/.test(item.firstElementChild?.localName));
    assert.deepEqual(shape(back, "input", (box) => box.hasAttribute("checked")), boxed.map((item) => item.classList.contains("task-done")));
    assert.equal(back.querySelectorAll("math").length, html.querySelectorAll("math").length);
  });
}
