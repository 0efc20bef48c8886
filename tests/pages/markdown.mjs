// Markdown as its readers take it: CommonMark with GFM's tables, strike-through, check lists and footnotes, and TeX between dollars.

import { parseHTML } from "linkedom";
import { micromark } from "micromark";
import { gfmFootnote, gfmFootnoteHtml } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough, gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { gfmTaskListItem, gfmTaskListItemHtml } from "micromark-extension-gfm-task-list-item";
import { math } from "micromark-extension-math";

/** A formula as its TeX, for no typesetter is needed to see that it came through. */
const mathHtml = {
  enter: {
    mathFlow() {
      this.tag("<p><math>");
    },
    mathFlowFenceMeta() {
      this.buffer();
    },
    mathText() {
      this.tag("<math>");
    },
  },
  exit: {
    mathFlow() {
      this.tag("</math></p>");
    },
    mathFlowFenceMeta() {
      this.resume();
    },
    mathFlowValue(token) {
      this.raw(this.encode(`${this.sliceSerialize(token)} `));
    },
    mathText() {
      this.tag("</math>");
    },
    mathTextData(token) {
      this.raw(this.encode(this.sliceSerialize(token)));
    },
  },
};

/** The page that a Markdown reader makes of it. @param formulas whether the reader knows formulas: without them, dollars are money */
export function toHtml(markdown, formulas) {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmFootnote(), ...(formulas ? [math()] : [])],
    htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml(), gfmTaskListItemHtml(), gfmFootnoteHtml({ label: "", backLabel: "" }), mathHtml],
  });
  return html.replace(/<h2 id="footnote-label".*?<\/h2>/, "").replace(/ ?<a href="#user-content-fnref[^>]*>↩(<sup>\d+<\/sup>)?<\/a>/g, "");
}

const kBlocks =
  /<(\/?(?:article|aside|blockquote|caption|d[dlt]|details|figcaption|figure|h\d|header|li|ol|p|pre|summary|t[dhr]|table|ul)\b[^>]*|br|hr)>/g;

export const documentOf = (html) => parseHTML(`<html><body>${html}</body></html>`).document;

/** The text that a reader sees, white space folded, blocks parted. Of formulas, their TeX where they have it. */
export function textOf(html) {
  const { body } = documentOf(html.replace(kBlocks, " <$1> "));
  for (const formula of [...body.querySelectorAll("math")]) {
    const tex = formula.querySelector("annotation");
    if (tex) formula.textContent = tex.textContent;
  }
  return body.textContent.replace(/\s+/g, " ").trim();
}

/** The HTML with what GFM's readers make of the kind of a callout: its title, unless it has that already. */
export function calloutTitles(html) {
  const { body } = documentOf(html);
  for (const callout of [...body.querySelectorAll("aside.callout")]) {
    const kind = callout.className.split(" ").at(-1);
    if (callout.firstElementChild?.textContent.trim().toLowerCase() === kind) continue;
    callout.insertAdjacentHTML("afterbegin", `<p>${kind[0].toUpperCase()}${kind.slice(1)}</p>`);
  }
  return body.innerHTML;
}

/** The HTML with links within the article as Markdown has them: to a heading's name, as GitHub makes it; elsewhere only the words. */
export function withHeadingNames(html) {
  const { body } = documentOf(html);
  const given = new Map();
  const headings = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.closest("td, th, caption") === null);
  for (const heading of headings) {
    const name = heading.textContent.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, "").replaceAll(" ", "-");
    const before = given.get(name) ?? 0;
    given.set(name, before + 1);
    heading.name = before === 0 ? name : `${name}-${before}`;
  }
  for (const link of [...body.querySelectorAll("a[href^='#']")]) {
    const heading = headings.find((one) => [one, ...one.querySelectorAll("[id]")].some(({ id }) => `#${id}` === link.getAttribute("href")));
    if (heading?.name) link.setAttribute("href", `#${heading.name}`);
    else link.replaceWith(...link.childNodes);
  }
  return body.innerHTML;
}
