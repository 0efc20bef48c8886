// What holds for every page that there is: always for our own, and for a sample of real ones where PITH_CORPORA names their folder, or for
// all of them: PITH_EVERY_PAGE=1 node --max-old-space-size=6000 --test tests/pages/properties.test.mjs (five minutes).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";

import { parseHTML } from "linkedom";
import { parse } from "parse5";

import { inRoot, kNativeCommand } from "../../scripts/layout.mjs";
import { documented } from "../attacks/lists.mjs";
import { calloutTitles, documentOf, textOf, toHtml, withHeadingNames } from "./markdown.mjs";
import { extractPage, inPage, pageNames } from "./pages.mjs";

const kEvery = process.env.PITH_EVERY_PAGE !== undefined;
const kSampled = kEvery ? Infinity : 60; // pages of each corpus
const scratch = mkdtempSync(path.join(tmpdir(), "pith-properties-"));
after(() => rmSync(scratch, { recursive: true }));

function corpusPages() {
  const root = process.env.PITH_CORPORA ?? inRoot("build/corpora");
  return ["wcxb-dev/html", "segments-dev/html", ...(kEvery ? ["readability-pages"] : [])].flatMap((folder) => {
    const there = path.join(root, folder);
    if (!existsSync(there)) return [];
    const files = readdirSync(there, { recursive: true }).filter((name) => /^[^/]*\.html$|source\.html$/.test(name)).sort();
    const step = Math.max(1, Math.floor(files.length / kSampled));
    return files.filter((_, index) => index % step === 0).map((name) => path.join(there, name));
  });
}

const extractAll = (files, ...more) =>
  execFileSync(kNativeCommand, ["--format", "ndjson", ...more, "--", ...files], { maxBuffer: 1 << 30 })
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const own = pageNames().map((name) => ({ name, page: readFileSync(inPage(name, "page.html")), article: extractPage(name) }));
const files = corpusPages();
const real = files.length === 0 ? [] : extractAll(files, "--url", "https://pages.example/dir/page").map((article) => ({ name: article.file, page: readFileSync(article.file), article }));
const everything = [...own, ...real];

/** Asks each page; all that do not hold are in the message, not the first one alone. */
function holdsFor(pages, check) {
  const broken = pages.flatMap((one) => {
    try {
      check(one);
      return [];
    } catch (error) {
      return [`${one.name}: ${error.message}`];
    }
  });
  assert.equal(broken.length, 0, `${broken.length} of ${pages.length} pages:\n${broken.join("\n")}`);
}

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** All that a page says, in text or attributes, without white space: what an output may be made of. Undefined where it is not in UTF-8. */
function sayings(bytes) {
  let source;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const texts = [], shown = [], values = [];
  const collect = (node, hidden = false) => {
    hidden ||= ["script", "style", "svg"].includes(node.tagName); // what stands on both sides of it stands together
    if (node.value !== undefined) texts.push(node.value);
    if (node.value !== undefined && !hidden) shown.push(node.value);
    for (const { value } of node.attrs ?? []) values.push(value);
    for (const child of [...(node.childNodes ?? []), ...(node.content ? [node.content] : [])]) collect(child, hidden);
  };
  collect(parse(source, { scriptingEnabled: false })); // as Pith reads `<noscript>`
  return [texts.join(""), shown.join(""), ...values, source].join("\n").toLowerCase().replace(/[\s\u00AD\u200B]+/g, ""); // nor hints where a line may break
}

test("native and WebAssembly give the same", async () => {
  const { createExtractor } = await import("../../dist/package/index.js");
  const extractor = await createExtractor();
  holdsFor(real, ({ page, article }) => {
    const { file, ...native } = article;
    assert.deepEqual(extractor.extract(page, { url: "https://pages.example/dir/page" }), native);
  });
});

test("no text that is not in the page", () => {
  holdsFor(everything, ({ page, article }) => {
    const said = sayings(page);
    if (said === undefined) return;
    const withoutMarks = article.text.replace(/^\s*(?:(?:-|-?\d+\.)\s)+/gm, ""); // of lists
    const foreign = words(withoutMarks).filter((word) => !said.includes(word));
    assert.deepEqual(foreign.slice(0, 8), []);
  });
});

test("the HTML has no element, attribute or address beyond what docs/security.md lists", () => {
  const elements = new Set([...documented.elements, ...documented.math]);
  const attributes = new Set([...documented.attributes, ...documented.mathAttributes]);
  holdsFor(everything, ({ article }) => {
    const ids = new Set();
    for (const element of parseHTML(`<html><body>${article.html}</body></html>`).document.body.querySelectorAll("*")) {
      assert.ok(elements.has(element.localName), `<${element.localName}>`);
      for (const attribute of element.attributes) assert.ok(attributes.has(attribute.name), `${element.localName} ${attribute.name}`);
      for (const address of [element.getAttribute("href"), element.getAttribute("src"), element.getAttribute("cite")]) {
        assert.ok(address === null || /^(https?:|mailto:|tel:|#|data:image\/(png|jpeg|gif|webp|avif))/.test(address), address);
      }
      if (element.id !== "") {
        assert.ok(element.id.startsWith("pith-") && !ids.has(element.id), `id ${element.id}`);
        ids.add(element.id);
      }
    }
    for (const [, target] of article.html.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.has(target.replaceAll("&amp;", "&")), `nothing is called ${target}`);
  });
});

test("the HTML has no empty shells", () => {
  const mayBeEmpty = new Set(["br", "hr", "img", "td", "th", "mspace", "mprescripts", "none", "mrow", "mi", "mo", "mn", "mtext", "mtd"]);
  holdsFor(everything, ({ article }) => {
    for (const element of parseHTML(`<html><body>${article.html}</body></html>`).document.body.querySelectorAll("*")) {
      if (element.localName === "article") continue; // of a page without content
      assert.ok(mayBeEmpty.has(element.localName) || element.childNodes.length > 0, `<${element.localName}>`);
    }
  });
});

/** What Markdown can hold of an article's structure: no blocks in cells, no marks in code. Spaces are left out, for lines of a heading join by one. */
function structureOf(html) {
  const page = documentOf(html);
  const all = (selector, of) => [...page.querySelectorAll(selector)].map(of);
  const letters = (element) => element.textContent.replace(/\s+/g, "");
  const outside = (parts, of) => (element) => (element.closest(parts) === null ? [of(element)] : []);
  const decoded = (address) => {
    try {
      return decodeURI(address);
    } catch {
      return address; // with a % that begins no code
    }
  };
  return {
    headings: all("h1, h2, h3, h4, h5, h6", outside("table", (heading) => `${heading.localName} ${letters(heading)}`)).flat(),
    lists: all("ul, ol, li", outside("td, th", (element) => element.localName)).flat(),
    code: all("pre", (pre) => pre.textContent.replace(/^\n|\n+$/g, "")),
    cells: all("tr", outside("td, th", (row) => [...row.children].map(letters).filter(Boolean).length)).flat().filter((count) => count > 0),
    links: all("a[href]", outside("pre", (link) => decoded(link.getAttribute("href")))).flat(),
    images: all("img", (image) => decoded(image.getAttribute("src"))),
  };
}

test("Markdown of real pages reads as the same words and structure", () => {
  holdsFor(real, ({ article }) => {
    if (article.markdown.includes("[^")) return; // readers number footnotes anew
    const back = toHtml(article.markdown, true);
    assert.deepEqual(words(textOf(back)), words(textOf(calloutTitles(article.html))));
    assert.deepEqual(structureOf(back), structureOf(withHeadingNames(article.html)));
  });
});

test("an article that is extracted again keeps its text", () => {
  const again = (pages) => {
    const inputs = pages.map(({ article }, index) => {
      const file = path.join(scratch, `${index}.html`);
      writeFileSync(file, `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${article.title.replace(/[<&]/g, "")}</title></head><body>${article.html}</body></html>`);
      return file;
    });
    return extractAll(inputs, "--url", "https://pages.example/dir/page");
  };
  const shares = (pages) => {
    const second = again(pages);
    return pages.map(({ name, article }, index) => {
      const left = new Map();
      for (const word of words(second[index].text)) left.set(word, (left.get(word) ?? 0) + 1);
      const wanted = words(article.text);
      let kept = 0;
      for (const word of wanted) {
        const count = left.get(word) ?? 0;
        if (count > 0) kept++;
        left.set(word, count - 1);
      }
      return { name, share: wanted.length === 0 ? 1 : kept / wanted.length };
    });
  };
  for (const { name, share } of shares(own)) assert.ok(share >= 0.9, `${name}: ${share.toFixed(3)} of the words`);
  if (real.length === 0) return;
  // On a page that is nothing but a listing the second look has less to go by than the first.
  const mean = shares(real).reduce((sum, { share }) => sum + share, 0) / real.length;
  assert.ok(mean >= 0.95, `${mean.toFixed(3)} of the words of real pages, on average`);
});
