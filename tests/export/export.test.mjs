// The files that articles are saved as, made by the package as its users have it and opened again.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { after, before, describe, it } from "node:test";

import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";

import { installPackage, testPages } from "../package/installed.mjs";
import { load } from "../support/load.mjs";
import { mistakes } from "./mistakes.mjs";

const png = readFileSync(new URL("../../web/demo/sample.png", import.meta.url));
const bytesOf = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const jpeg = bytesOf("\xff\xd8\xff\xe0....");
const date = new Date("2031-05-06T07:08:09.999Z");
const fetchImage = async () => new Blob([png]);
const { window } = new JSDOM();
const textsIn = (page, name) => [...page.getElementsByTagName(name)].map(({ textContent }) => textContent);

const article = {
  title: "Gulls & <others>", byline: "A. Wren, B. Ellery", authors: ["A. Wren", "B. Ellery"], publishedTime: "2031-05-01", modifiedTime: null, lang: "en-GB", dir: null,
  siteName: "The Pier", excerpt: "Of gulls.", url: "https://pier.example/gulls?a=1&b=2", image: "https://pier.example/lead.jpg", section: null, tags: ["birds", "sea"], licence: null,
  markdown: "# Gulls\n\nText.\n",
  tree: [
    "article", {}, ["header", {}, ["h1", {}, "Gulls"]],
    ["h2", { id: "pith-one" }, "One"], ["p", {}, "See ", ["a", { href: "#pith-two" }, "two"], ", ", ["a", { href: "https://pier.example/gulls?a=1&b=2#pith-two" }, "again"], ", ", ["a", { href: "/elsewhere|x" }, "elsewhere"], " and ", ["a", { href: "#gone" }, "gone"], "."],
    ["h3", {}, "Deeper"], ["h2", { id: "pith-two" }, "Two ", ["em", {}, "things"]],
    ["p", {}, ["math", {}, ["mi", {}, "x"]], ["br", {}], "control \u0000\u0008\uD800 characters"],
    ["figure", {}, ["img", { src: "https://pier.example/a.png", alt: "A \"gull\"" }]],
    ["a", { href: "https://pier.example/big" }, ["img", { src: "https://pier.example/lost.svg", alt: "" }]],
    ["img", { src: "https://pier.example/a.png", alt: "again" }],
    ["pre", {}, ["code", {}, "\n\tkept\n"]],
  ],
};

const parse = (bytes, type = "application/xhtml+xml") => {
  const page = new window.DOMParser().parseFromString(strFromU8(bytes), type);
  assert.equal(page.querySelector("parsererror")?.textContent ?? null, null);
  return page;
};
const images = { "https://pier.example/a.png": png, "https://pier.example/lead.jpg": jpeg, "https://pier.example/lost.svg": bytesOf("<svg xmlns='http://www.w3.org/2000/svg'/>") };
const options = { date, fetchImage: async (address) => new Blob([images[address]]) };

describe("files of an article", { timeout: 240_000 }, () => {
  let installed, exporting, extractor;
  before(async () => {
    installed = await installPackage();
    exporting = await installed.load("pith/export");
    extractor = await (await installed.load()).createExtractor();
  });
  after(() => installed?.remove());

  /** Whatever holds of every book. */
  function checkBook(bytes) {
    assert.equal(strFromU8(bytes.subarray(30, 58)), "mimetypeapplication/epub+zip", "a reader can tell it by its first bytes, since they are stored");
    assert.equal(bytes[8] + bytes[9], 0);
    const files = unzipSync(bytes);
    parse(files["META-INF/container.xml"], "application/xml");
    const opf = parse(files["book/package.opf"], "application/xml");
    const items = [...opf.querySelectorAll("item")];
    const listed = items.map((item) => `book/${item.getAttribute("href")}`);
    assert.deepEqual([...listed, "META-INF/container.xml", "book/package.opf", "mimetype"].sort(), Object.keys(files).sort());
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
    assert.equal(opf.querySelector("spine itemref").getAttribute("idref"), "article");
    for (const name of ["dc:identifier", "dc:title", "dc:language"]) assert.ok(textsIn(opf, name)[0], name);
    const pages = Object.fromEntries(["contents.xhtml", "article.xhtml"].map((name) => [name, parse(files[`book/${name}`])]));
    for (const page of Object.values(pages)) {
      const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, "ids are given once");
      for (const link of page.querySelectorAll("[href], [src]")) {
        const address = link.getAttribute("href") ?? link.getAttribute("src");
        if (/^(https?|mailto|tel):/.test(address)) continue;
        const [path, fragment] = address.split("#");
        assert.ok(path === "" || files[posix.join("book", path)], `${address} is not in the book`);
        const target = path === "" ? page : pages[path];
        if (fragment !== undefined) assert.ok(target.getElementById(decodeURIComponent(fragment)), `${address} leads nowhere`);
      }
    }
    return { files, opf, chapter: pages["article.xhtml"], contents: pages["contents.xhtml"] };
  }

  it("are whole books for every test page", async () => {
    for (const { name, bytes } of await testPages()) {
      const page = extractor.extract(bytes, { url: `https://pages.example/${name}/`, outputs: ["tree", "text"] });
      const { chapter } = checkBook((await exporting.epubFile(page, { date, fetchImage })).content);
      const squeezed = (text) => text.replace(/\s+/g, "");
      const [first = ""] = page.text.split("\n");
      assert.ok(squeezed(chapter.documentElement.textContent).includes(squeezed(first).slice(0, 30)), name);
    }
  });

  it("are valid where the page is not, and lose nothing of its text", async () => {
    const page = extractor.extract(mistakes, { url: "https://pages.example/gulls[1]#a#b", outputs: ["tree", "html"] });
    const { chapter } = checkBook((await exporting.epubFile(page, { date, fetchImage })).content);
    const words = (element) => element.textContent.replace(/\s+/g, "");
    const body = new window.DOMParser().parseFromString(page.html, "text/html").querySelector("article");
    const sections = [body.querySelector("thead"), body.querySelector("tfoot")].map(words);
    for (const element of [...body.querySelectorAll("table, article > header")]) element.remove();
    const written = words(chapter.documentElement);
    for (const text of [...[...body.children].map(words), ...sections]) assert.ok(written.includes(text), text);

    const names = (selector) => [...chapter.querySelectorAll(selector)].map((element) => [...element.children].map(({ localName }) => localName).join(" "));
    assert.deepEqual([...chapter.querySelectorAll("h2")].map(({ id }) => id), ["section-1", "section-2"]);
    assert.deepEqual(names("dl"), ["dt dd dt dd dt dd"]);
    assert.deepEqual(names("table"), ["thead tbody tbody tfoot"]);
    assert.deepEqual(names("details"), ["summary div p"]);
    assert.deepEqual(names("ruby"), ["rt rt"]);
    assert.equal(chapter.querySelectorAll("bdo, dfn dfn, summary ~ summary, details > :first-child:not(summary), [colspan], mfrac:not(:has(:nth-child(2)))").length, 0);
    assert.deepEqual([...chapter.querySelectorAll("time")].map((time) => time.getAttribute("datetime")), ["2031-05-17T10:20:30.123+00:00", "2031-05-17T10:20:30.123+00:00", "2031-05", "2031-W20", "10:20"]);
    assert.deepEqual([...chapter.querySelectorAll("a")].map((link) => link.getAttribute("href")), [
      "https://pages.example/gulls%5B1%5D#a%23b", "https://e.org/a%5B1%5D%7Cb?x=%7B1%7D", "https://e.org/app#!/a%23b", "http://[::1]/a%5B2%5D", "https://foo_bar.example/",
    ]);
  });

  it("tell what the book is", async () => {
    const { opf, contents, files } = checkBook((await exporting.epubFile(article, options)).content);
    assert.deepEqual(["title", "language", "creator", "publisher", "date", "subject", "source", "identifier"].map((name) => textsIn(opf, `dc:${name}`)), [
      [article.title], ["en-GB"], article.authors, ["The Pier"], ["2031-05-01"], ["birds", "sea"], [article.url], [article.url],
    ]);
    assert.deepEqual([...opf.querySelectorAll("meta[property='dcterms:modified']")].map(({ textContent }) => textContent), ["2031-05-06T07:08:09Z"]);
    assert.equal(opf.querySelector("item[properties=cover-image]").getAttribute("media-type"), "image/jpeg");
    assert.equal(opf.querySelector("item[href='article.xhtml']").getAttribute("properties"), "mathml");
    assert.deepEqual(Object.keys(files).filter((name) => name.includes("images/")), ["book/images/1.png", "book/images/2.jpg"], "an image that is shown twice is there once");
    const outline = (list) => [...list.children].map((item) => [item.querySelector("a").textContent, ...(item.querySelector("ol") ? [outline(item.querySelector("ol"))] : [])]);
    assert.deepEqual(outline(contents.querySelector("nav > ol")), [[article.title, [["One", [["Deeper"]]], ["Two things"]]]]);
  });

  it("have links within, links that can be followed, and words where a link leads nowhere", async () => {
    const { chapter } = checkBook((await exporting.epubFile(article, options)).content);
    const links = [...chapter.querySelectorAll("p a")].map((link) => [link.textContent, link.getAttribute("href")]).slice(1);
    assert.deepEqual(links, [["two", "#a-pith-two"], ["again", "#a-pith-two"], ["elsewhere", "https://pier.example/elsewhere%7Cx"], ["gone", `${article.url}#gone`]]);
    assert.equal(chapter.querySelector("pre").textContent, "\n\tkept\n");
    assert.match(chapter.documentElement.textContent, /control {2}characters/);
  });

  it("hold raster images only, whatever a server calls them, and tell of the others", async () => {
    for (const make of [exporting.epubFile, exporting.htmlFile]) {
      const { missingImages, content } = await make(article, options);
      assert.deepEqual(missingImages, ["https://pier.example/lost.svg"]);
      assert.ok(!strFromU8(content).includes("<svg"));
    }
    const { missingImages } = await exporting.htmlFile(article);
    assert.deepEqual(missingImages, ["https://pier.example/a.png", "https://pier.example/lost.svg"], "without a way to fetch, all are links");
  });

  it("are styled by what the style sheet says, whose text is raw in HTML and escaped in XML", async () => {
    const { writeMarkup } = await load("web/src/export/markup.ts");
    const css = 'figure > img, a[href*="&"] { content: "</style><b>" }';
    const page = JSDOM.fragment(writeMarkup([["style", {}, css], ["p", {}, "<style>"]], "html"));
    assert.equal(page.querySelector("style").textContent, css.replace("</", "<\\/"));
    assert.deepEqual([page.querySelector("b"), page.querySelector("p").textContent], [null, "<style>"]);
    assert.equal(writeMarkup([["style", {}, "a > b"]], "xml"), "<style>a &gt; b</style>");
  });

  it("are one page that keeps what it holds", async () => {
    const { name, type, content } = await exporting.htmlFile(article, { ...options, marks: [{ quote: { exact: "control" }, note: "<b>mine" }] });
    assert.deepEqual([name, type], ["Gulls & others.html", "text/html"]);
    const page = new window.DOMParser().parseFromString(strFromU8(content), "text/html");
    assert.deepEqual([page.title, page.documentElement.lang, page.querySelector("h1").textContent], [article.title, "en-GB", article.title]);
    assert.equal(page.querySelector("img").src, `data:image/png;base64,${png.toString("base64")}`);
    assert.equal(page.querySelector("header").textContent, `${article.title}A. Wren, B. Ellery · May 1, 2031 · From The Pier`);
    assert.equal(page.querySelector(".marks").textContent, "Highlights and notescontrol<b>mine");
    assert.equal(page.querySelector("pre").textContent, "\n\tkept\n");
  });

  it("hold articles of any number of blocks", async () => {
    const blocks = Array.from({ length: 200_000 }, (_, index) => ["p", {}, `${index}`]);
    const long = { ...article, image: null, tree: ["article", {}, ["h2", {}, ...Array.from({ length: 200_000 }, (_, index) => ["em", {}, `${index % 10}`])], ...blocks] };
    assert.match(strFromU8((await exporting.htmlFile(long, { date })).content), /<p>199999<\/p>/);
    assert.match(strFromU8(unzipSync((await exporting.epubFile(long, { date })).content)["book/article.xhtml"]), /<p>199999<\/p>/);
  });

  it("begin with the front matter that the core writes", async () => {
    const filed = `<title>Gulls</title><meta property="article:section" content="Harbour"><meta property="article:tag" content="birds"><meta property="article:tag" content='the "sea"'>
      <a rel="license" href="https://licence.example/by">Some rights</a><article><h1>Gulls</h1><p>The gulls returned to the pier on Monday, and nobody had fed them, said the warden.</p></article>`;
    assert.match(extractor.extract(filed, { frontMatter: true }).markdown, /\nsection: "Harbour"\n(.*\n)*licence: "https:\/\/licence.example\/by"\n(.*\n)*tags: \["birds","the \\"sea\\""\]\n---\n/);
    for (const { bytes } of [...(await testPages()), { bytes: filed }]) {
      const given = { url: "https://pages.example/x", outputs: ["markdown"] };
      const own = exporting.markdownFile(extractor.extract(bytes, given));
      const core = extractor.extract(bytes, { ...given, frontMatter: true });
      const withoutDescription = (text) => text.replace(/^description: .*\n/m, ""); // the core writes one only where the page has it, not the excerpt that is its beginning
      assert.equal(withoutDescription(strFromU8(own.content)), withoutDescription(core.markdown));
      assert.equal(strFromU8(exporting.markdownFile(core).content), core.markdown, "which is not written twice");
    }
  });

  it("are the same bytes for the same article and date, and known by the page's address or else by their words", async () => {
    const twice = await Promise.all([1, 2].map(() => exporting.epubFile(article, options)));
    assert.deepEqual(twice[0].content, twice[1].content);
    const id = async (changed) => textsIn(checkBook((await exporting.epubFile({ ...article, url: null, ...changed }, options)).content).opf, "dc:identifier")[0];
    assert.match(await id({}), /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    assert.equal(await id({}), await id({}));
    assert.notEqual(await id({}), await id({ title: "Other" }));
  });

  it("open from right to left where the article does", async () => {
    const { opf, chapter } = checkBook((await exporting.epubFile({ ...article, lang: "ar", dir: "rtl" }, options)).content);
    assert.equal(opf.querySelector("spine").getAttribute("page-progression-direction"), "rtl");
    assert.deepEqual([chapter.documentElement.dir, chapter.documentElement.lang], ["rtl", "ar"]);
  });

  it("have names that every file system takes", () => {
    const name = (title) => exporting.markdownFile({ ...article, title }).name;
    assert.equal(name("../..\\a:b*c?<d>|\"e\"\n"), "a b c d e.md");
    for (const device of ["con", "Con.Artist", "LPT1 .", "nul.tar.gz"]) assert.equal(name(device), "article.md");
    assert.equal(name("Con artist. A life"), "Con artist. A life.md");
    assert.equal(name("\u202egpj.exe"), "gpj.exe.md");
    assert.equal(name("  ...  "), "article.md");
    assert.equal(name("").length > 3, true);
    assert.equal(name("長".repeat(300)), `${"長".repeat(60)}.md`);
  });

  it("are refused where the article lacks what they are made of", async () => {
    const { tree: _tree, markdown: _markdown, ...bare } = article;
    await assert.rejects(exporting.epubFile(bare), { name: "PithError", code: "bad-input" });
    await assert.rejects(exporting.htmlFile(bare), { name: "PithError", code: "bad-input" });
    assert.throws(() => exporting.markdownFile(bare), { name: "PithError", code: "bad-input" });
    for (const [args, message] of [[[null], /^article must be an object/], [[article, null], /^options must be an object/]]) {
      await assert.rejects(exporting.epubFile(...args), { name: "PithError", code: "bad-input", message });
      await assert.rejects(exporting.htmlFile(...args), { name: "PithError", code: "bad-input", message });
      assert.throws(() => exporting.markdownFile(...args), { name: "PithError", code: "bad-input", message });
    }
  });
});
