// What holds for every page that there is: always for our own, and for a sample of real ones where PITH_CORPORA names their folder, or for
// all of them: PITH_EVERY_PAGE=1 node --test tests/pages/properties.test.mjs (some ten minutes).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";

import { parseHTML } from "linkedom";

import { inRoot, kNativeCommand } from "../../scripts/layout.mjs";
import { documented } from "../attacks/lists.mjs";
import { documentOf, textOf, toHtml } from "./markdown.mjs";
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

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** All that a page says, in text or attributes, without white space: what an output may be made of. Undefined where it is not in UTF-8. */
function sayings(bytes) {
  let source;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const { document } = parseHTML(source);
  const attributes = [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].map((attribute) => attribute.value));
  return [document.documentElement?.textContent ?? source, ...attributes, source].join("\n").toLowerCase().replace(/\s+/g, "");
}

test("native and WebAssembly give the same", async () => {
  const { createExtractor } = await import("../../dist/package/index.js");
  const extractor = await createExtractor();
  for (const { name, page, article } of real) {
    const { file, ...native } = article;
    assert.deepEqual(extractor.extract(page, { url: "https://pages.example/dir/page" }), native, name);
  }
});

test("no text that is not in the page", () => {
  for (const { name, page, article } of everything) {
    const said = sayings(page);
    if (said === undefined) continue;
    const foreign = words(article.text).filter((word) => !said.includes(word));
    // linkedom is not the parser of browsers: of real pages it loses a little, and lower-cases a few letters otherwise.
    assert.ok(foreign.length <= (article.file ? words(article.text).length * 0.01 : 0), `${name}: ${foreign.slice(0, 8).join(" ")}`);
  }
});

test("the HTML has no element, attribute or address beyond what docs/security.md lists", () => {
  const elements = new Set([...documented.elements, ...documented.math]);
  const attributes = new Set([...documented.attributes, ...documented.mathAttributes]);
  for (const { name, article } of everything) {
    const ids = new Set();
    for (const element of parseHTML(`<html><body>${article.html}</body></html>`).document.body.querySelectorAll("*")) {
      assert.ok(elements.has(element.localName), `${name}: <${element.localName}>`);
      for (const attribute of element.attributes) assert.ok(attributes.has(attribute.name), `${name}: ${element.localName} ${attribute.name}`);
      for (const address of [element.getAttribute("href"), element.getAttribute("src"), element.getAttribute("cite")]) {
        assert.ok(address === null || /^(https?:|mailto:|tel:|#|data:image\/(png|jpeg|gif|webp|avif))/.test(address), `${name}: ${address}`);
      }
      if (element.id !== "") {
        assert.ok(element.id.startsWith("pith-") && !ids.has(element.id), `${name}: id ${element.id}`);
        ids.add(element.id);
      }
    }
    for (const [, target] of article.html.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.has(target.replaceAll("&amp;", "&")), `${name}: nothing is called ${target}`);
  }
});

test("the HTML has no empty shells", () => {
  const mayBeEmpty = new Set(["br", "hr", "img", "td", "th", "mspace", "mprescripts", "none", "mrow", "mi", "mo", "mn", "mtext", "mtd"]);
  for (const { name, article } of everything) {
    for (const element of parseHTML(`<html><body>${article.html}</body></html>`).document.body.querySelectorAll("*")) {
      if (element.localName === "article") continue; // of a page without content
      assert.ok(mayBeEmpty.has(element.localName) || element.childNodes.length > 0, `${name}: <${element.localName}>`);
    }
  }
});

test("Markdown of real pages reads as the same words and images", () => {
  for (const { name, article } of real) {
    if (article.markdown.includes("[^")) continue; // readers number footnotes anew
    const back = toHtml(article.markdown, article.html.includes("<math"));
    assert.deepEqual(words(textOf(back)), words(textOf(article.html)), name);
    assert.equal(documentOf(back).querySelectorAll("img").length, documentOf(article.html).querySelectorAll("img").length, name);
  }
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
