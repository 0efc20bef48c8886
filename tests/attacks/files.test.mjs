// The files that articles are saved as: nothing in them may act, whatever the core let through, and even without their content policy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";

import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";

import { epubFile, htmlFile, markdownFile } from "../../dist/package/export.js";
import { toHtml } from "../pages/markdown.mjs";
import { launchChromium, launchFirefox } from "../support/browsers.mjs";
import { serve } from "../reader/serve.mjs";
import { hostileArticles } from "./hostile_trees.mjs";
import { lists } from "./lists.mjs";
import { extractAll, viewed } from "./outputs.mjs";
import { describeVector, summary } from "./report.mjs";
import { makeVectors } from "./vectors.mjs";

const origin = "http://localhost:9";
const { window } = new JSDOM();
const date = new Date(0);

/** What files have around an article, and what stands for images that they could not take in. */
const frame = "html head meta title style link body article header section nav h1 li ol a span";
const allowed = {
  elements: new Set([...lists.hostile.elements, ...frame.split(" ")]),
  attributes: new Set([...lists.hostile.attributes, "xmlns", "xmlns:epub", "xml:lang", "epub:type", "charset", "name", "content", "http-equiv"]),
  math: new Set(lists.hostile.math),
  mathAttributes: new Set([...lists.hostile.mathAttributes, "xmlns"]),
};

/** What a document holds that no file may hold. */
function excess(page) {
  const found = [];
  for (const element of page.querySelectorAll("*")) {
    const isMath = element.namespaceURI.endsWith("MathML");
    const { localName } = element;
    if (!(isMath ? allowed.math : allowed.elements).has(localName)) found.push(`<${localName}>`);
    if (["meta", "style", "link", "title"].includes(localName) && element.parentNode.localName !== "head") found.push(`<${localName}> in the body`);
    for (const { name, value } of element.attributes) {
      if (!(isMath ? allowed.mathAttributes : allowed.attributes).has(name)) found.push(`<${localName} ${name}>`);
      if (name === "href" && !/^(#|https?:|mailto:|tel:|article\.xhtml|style\.css)/.test(value)) found.push(`<${localName} href="${value}">`);
      if (name === "src" && !/^(data:image\/(png|jpeg|gif|webp|avif);base64,|images\/)/.test(value)) found.push(`<${localName} src="${value}">`);
    }
  }
  return found;
}

describe("files of attacked articles", { timeout: 550_000 }, () => {
  let vectors, books, pages;

  before(async () => {
    vectors = makeVectors(origin);
    const results = await extractAll(vectors, origin, { render: false });
    const articles = [...viewed(results), ...hostileArticles(vectors)];
    // What their server gives as an image is an attack, too.
    const options = { date, fetchImage: async () => new Blob(["<svg xmlns='http://www.w3.org/2000/svg'><script>trip('svg')</script></svg>"], { type: "image/png" }) };
    const marksOf = (id) => [{ quote: { exact: vectors[id].markup ?? vectors[id].plain ?? "x" }, note: vectors[id].markup ?? "" }];
    books = await Promise.all(articles.map(async ({ id, article }) => ({ id, files: unzipSync((await epubFile(article, { ...options, marks: marksOf(id) })).content) })));
    pages = await Promise.all(articles.map(async ({ id, article }) => ({ id, text: strFromU8((await htmlFile(article, { ...options, marks: marksOf(id) })).content) })));
  });

  it("are well-formed books that hold nothing but what is listed", () => {
    const problems = [];
    for (const { id, files } of books) {
      for (const [name, bytes] of Object.entries(files)) {
        if (!/\.(xhtml|opf|xml)$/.test(name)) continue;
        const page = new window.DOMParser().parseFromString(strFromU8(bytes), "application/xml");
        const error = page.querySelector("parsererror");
        const what = error ? [error.textContent] : name.endsWith(".xhtml") ? excess(page) : [];
        problems.push(...what.map((each) => `${name}: ${each}\n    at ${describeVector(vectors[id])}`));
      }
      const names = Object.keys(files).filter((name) => !/^(mimetype|META-INF\/container\.xml|book\/(package\.opf|contents\.xhtml|article\.xhtml|style\.css))$/.test(name));
      if (names.length > 0) problems.push(`a file ${names} for an image that is none`);
    }
    assert.ok(books.length > 150, `${books.length}`);
    assert.equal(problems.length, 0, summary(problems));
  });

  it("are pages that hold nothing but what is listed, under a policy that allows nothing", () => {
    const problems = [];
    for (const { id, text } of pages) {
      const page = new window.DOMParser().parseFromString(text, "text/html");
      problems.push(...excess(page).map((what) => `${what}\n    at ${describeVector(vectors[id])}`));
      assert.match(page.querySelector("meta[http-equiv]").content, /^default-src 'none'; img-src data:;/);
      assert.equal(page.querySelectorAll("meta").length, 4);
    }
    assert.equal(problems.length, 0, summary(problems));
  });

  it("are Markdown in which a highlight is no mark-up", () => {
    const problems = [];
    for (const { id, markup, plain } of vectors) {
      const exact = markup ?? plain;
      if (!exact?.trim()) continue;
      const article = { title: "", byline: null, markdown: "" };
      const text = strFromU8(markdownFile(article, { marks: [{ quote: { exact }, note: exact }] }).content);
      for (const formulas of [false, true]) {
        const page = JSDOM.fragment(toHtml(text.replace(/^---\n[\s\S]*?---\n/, ""), formulas));
        const tags = [...page.querySelectorAll("*")].map(({ localName }) => localName).join(" ");
        if (tags !== "h2 blockquote p p") problems.push(`${tags}\n    at ${describeVector(vectors[id])}`);
      }
    }
    assert.equal(problems.length, 0, summary(problems));
  });

  for (const [name, launch] of [["chromium", launchChromium], ["firefox", launchFirefox]]) {
    it(`neither run, load nor navigate in ${name}, even without their policy`, async () => {
      const wire = readFileSync(new URL("wire.js", import.meta.url), "utf8");
      const some = ({ id }) => vectors[id].kind !== "metadata" || id % 8 === 0; // those on the metadata have one file each, and all say the same in it
      const withoutPolicy = pages.filter(some).map(({ id, text }) => ({ id, type: "text/html", text: text.replace(/<meta http-equiv[^>]*>/, "") }));
      const chapters = books.filter(some).map(({ id, files }) => ({ id, type: "application/xhtml+xml", text: strFromU8(files["book/article.xhtml"]) }));
      const all = [...withoutPolicy, ...chapters];
      const server = await serve((path) => {
        const found = all[Number(path.slice(1))];
        return found && { body: found.text, type: `${found.type}; charset=utf-8` };
      });
      const { browser, close } = await launch();
      try {
        const page = await browser.newPage();
        const problems = [];
        page.on("dialog", (dialog) => (problems.push("a dialog"), dialog.dismiss()));
        await page.evaluateOnNewDocument(wire);
        for (const [index, { id }] of all.entries()) {
          server.requests.length = 0;
          await page.goto(`${server.url}/${index}`);
          const tripped = await page.evaluate(() => wire.tripped);
          const asked = server.requests.filter((path) => path !== `/${index}` && path !== "/favicon.ico" && path !== "/style.css");
          problems.push(...[...tripped, ...asked].map((what) => `${what}\n    at ${describeVector(vectors[id])}`));
          if (page.url() !== `${server.url}/${index}`) problems.push(`went to ${page.url()}`);
        }
        assert.equal(problems.length, 0, summary(problems));
        // The wire can be tripped: by a page with a script in it, served in the same way.
        all.push({ id: 0, type: "text/html", text: "<!DOCTYPE html><p><img src=x onerror=\"trip('a handler')\">" });
        await page.goto(`${server.url}/${all.length - 1}`);
        await page.waitForFunction(() => wire.tripped.length > 0, { timeout: 5000 });
      } finally {
        await Promise.all([close(), server.close()]);
      }
    });
  }
});
