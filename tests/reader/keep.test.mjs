// Copying, saving and printing from the reader view, in real browsers. The files are opened again.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { inflateSync } from "node:zlib";

import { strFromU8, unzipSync } from "fflate";

import { load } from "../support/load.mjs";
import { browserNames, openFeatures } from "./feature_harness.mjs";
import { sampleArticle } from "./sample_article.mjs";

const { htmlFile } = await load("web/src/export/html_file.ts");
const png = [...(await readFile(new URL("../../web/demo/sample.png", import.meta.url)))];
const here = "https://harbour.example";
const article = {
  ...sampleArticle,
  tree: ["article", {}, ["p", {}, "Before the pictures."], ["figure", {}, ["img", { src: `${here}/light.png`, alt: "The light" }]], ["p", {}, ["img", { src: `${here}/lost.jpg`, alt: "A lost one" }], " behind."]],
};
const images = { [`${here}/light.png`]: png };

/** How many pages a PDF has; Firefox packs what says so. */
function pagesOf(pdf) {
  const packed = [...pdf.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, stream]) => {
    try {
      return [inflateSync(Buffer.from(stream, "latin1")).toString("latin1")];
    } catch {
      return []; // a picture, or a font
    }
  });
  return [pdf.toString("latin1"), ...packed].join("\n").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

for (const name of browserNames) {
  describe(`keeping in ${name}`, { timeout: 240_000 }, () => {
    let use;
    before(async () => void (use = await openFeatures(name)));
    after(() => use?.close());

    const open = async (given, options) => {
      await use.show(given, options);
      await use.click("button[aria-label=Keep]");
    };
    const result = async () => {
      await use.until(() => shown.$(".keep-result").textContent !== "");
      return (await use.texts(".keep-result"))[0];
    };
    const file = async () => {
      const [{ name, type, bytes }] = await use.run(() => shown.log.files);
      return { name, type, bytes: Uint8Array.from(bytes) };
    };

    it("offers what the host and the article make possible, and nothing else", async () => {
      const ways = () => use.run(() => shown.$$("[data-keep]").map((each) => each.dataset.keep));
      await open(article);
      assert.deepEqual(await ways(), ["copy", "markdown", "html", "epub", "print"]);
      await open(article, { without: ["saveFile"] });
      assert.deepEqual(await ways(), ["copy", "print"]);
      const { markdown: _, ...rest } = article;
      await open(rest);
      assert.deepEqual(await ways(), ["html", "epub", "print"]);
    });

    it("copies as Markdown, and says when it may not", async () => {
      await open(article);
      await use.click("[data-keep=copy]");
      assert.equal(await result(), "Copied as Markdown");
      assert.deepEqual(await use.run(() => shown.log.copied), [article.markdown]);
      await open(article, { refuse: ["copy"] });
      await use.click("[data-keep=copy]");
      assert.equal(await result(), "The browser did not allow copying");
    });

    it("asks for Markdown that is made when it is wanted once, and again where it did not come", async () => {
      const { markdown: _, ...rest } = article;
      await use.show(rest, {}, `globalThis.asked = 0;
        const make = makeHost;
        globalThis.makeHost = (options) => {
          const made = make(options);
          made.host.loadMarkdown = () => (++asked === 1 ? Promise.reject(new Error("no")) : Promise.resolve("# Again"));
          return made;
        };`);
      assert.equal(await use.run(() => asked), 1, "the panel was opened, and it did not come");
      for (let copies = 1; copies <= 2; copies++) {
        await use.click("[data-keep=copy]");
        await use.until((wanted) => shown.log.copied.length === wanted, copies);
      }
      assert.deepEqual(await use.run(() => [asked, ...shown.log.copied]), [2, "# Again", "# Again"]);
    });

    it("saves Markdown with front matter and highlights", async () => {
      const kept = [{ id: "1", colour: "blue", note: "*mine*", created: "2026-01-01", quote: { exact: "Before the pictures.", prefix: "", suffix: "" }, position: { start: 0, end: 20 } }];
      await open(article, { kept });
      await use.click("[data-keep=markdown]");
      assert.equal(await result(), "Saved as “The keeper who counted the gulls of Orrin Skerry.md”.");
      const { name, type, bytes } = await file();
      assert.deepEqual([name, type], ["The keeper who counted the gulls of Orrin Skerry.md", "text/markdown"]);
      assert.match(strFromU8(bytes), /^---\ntitle: "The keeper[^]*For forty years…\n\n## Highlights and notes\n\n> Before the pictures\.\n\n\\\*mine\\\*\n$/);
      assert.deepEqual(await use.run(() => shown.log.fetched), []);
    });

    it("saves a web page that shows its images in a browser that may fetch nothing, and says which it could not take in", async () => {
      await open(article, { images });
      assert.deepEqual(await use.run(() => shown.log.fetched), [], "nothing is fetched before someone asks for it");
      await use.click("[data-keep=html]");
      assert.match(await result(), /^Saved as “.*\.html”\. 1 image could not be fetched; there is a link in its place\.$/);
      const { bytes } = await file();
      const page = await use.page.browser().newPage();
      await page.goto(`data:text/html;base64,${Buffer.from(bytes).toString("base64")}`);
      const seen = await page.evaluate(() => ({
        title: document.title, lang: document.documentElement.lang, heading: document.querySelector("h1").textContent,
        images: [...document.images].map(({ naturalWidth, alt }) => [naturalWidth > 0, alt]), source: document.querySelector("header a").href,
        missing: [...document.querySelectorAll(".missing")].map(({ href, textContent }) => [href, textContent]),
        width: getComputedStyle(document.body).maxWidth,
      }));
      assert.deepEqual({ ...seen, width: seen.width !== "none" }, {
        title: article.title, lang: "en", heading: article.title, images: [[true, "The light"]], source: article.url,
        missing: [[`${here}/lost.jpg`, "A lost one"]], width: true,
      });
      await page.close();
    });

    it("keeps the article as its reader made it: without what they removed, with what they put back", async () => {
      const [header, , ...rest] = sampleArticle.tree.slice(2);
      const back = ["p", { dir: "auto" }, sampleArticle.removed[2].text];
      const edited = { ...sampleArticle, tree: ["article", {}, header, ...rest.filter(([tag]) => tag !== "figure"), back] };
      const inArticle = (bytes) => /<article[^]*<\/article>/.exec(strFromU8(bytes))[0].replaceAll(/ dir="\w+"/g, ""); // code is "ltr" in the view
      await use.show({ ...sampleArticle, removed: [{ ...sampleArticle.removed[2], before: 1000 }] });
      await use.run(() => [...shown.$$(".ledger button")].find(({ textContent }) => textContent === "Put back").click());
      for (const selector of ["[data-pith-block='0']", ".body figure"]) {
        await use.run((chosen) => (shown.$(chosen).tabIndex = -1, shown.$(chosen).focus()), selector);
        await use.page.keyboard.press("Delete");
      }
      await use.click("button[aria-label=Keep]");
      await use.click("[data-keep=html]");
      await result();
      assert.equal(inArticle((await file()).bytes), inArticle((await htmlFile(edited)).content));
      // Markdown is made anew of it, where the place can.
      await use.run(() => {
        shown.host.loadMarkdown = async (tree) => JSON.stringify(tree);
        shown.$("[data-keep=copy]").click();
      });
      await use.until(() => shown.log.copied.length === 1);
      const tree = JSON.stringify(JSON.parse(await use.run(() => shown.log.copied[0])));
      assert.ok(tree.includes(back[2]) && !tree.includes("For forty-one years") && !tree.includes('"figure"'));
      // What is as it was is not touched.
      await use.run(() => [...shown.$$(".ledger button")].filter(({ textContent }) => textContent === "Hide again").forEach((each) => each.click()));
      for (let undo = 0; undo < 2; undo++) await use.run(() => [...shown.$$(".ledger li:last-child button")].find(({ textContent }) => textContent === "Put back").click());
      await use.click("[data-keep=copy]");
      await use.until(() => shown.log.copied.length === 2);
      assert.equal(await use.run(() => shown.log.copied[1]), sampleArticle.markdown);
    });

    it("saves a book that opens again, with its image inside", async () => {
      await open(article, { images });
      await use.click("[data-keep=epub]");
      assert.match(await result(), /\.epub”\. 1 image/);
      const { type, bytes } = await file();
      assert.equal(type, "application/epub+zip");
      const files = unzipSync(bytes);
      assert.deepEqual([...files["book/images/1.png"]], png);
      const chapter = strFromU8(files["book/article.xhtml"]);
      const seen = await use.run((text) => {
        const page = new DOMParser().parseFromString(text, "application/xhtml+xml");
        return [page.querySelector("parsererror")?.textContent ?? null, page.querySelector("img").getAttribute("src"), page.documentElement.lang];
      }, chapter);
      assert.deepEqual(seen, [null, "images/1.png", "en"]);
    });

    it("counts the images while they come, and does one thing at a time", async () => {
      const many = { ...article, tree: ["article", {}, ...Array.from({ length: 12 }, (_, index) => ["img", { src: `${here}/${index}.png`, alt: "" }])] };
      await open(many);
      await use.run(() => {
        globalThis.waiting = [];
        shown.host.fetchImage = (url) => new Promise((resolve) => waiting.push(() => resolve(new Blob([url]))));
        shown.$("[data-keep=html]").click();
        shown.$("[data-keep=epub]").click();
      });
      await use.until(() => waiting.length === 4);
      await use.run(() => waiting.splice(0).forEach((go) => go()));
      await use.until(() => shown.$(".keep-progress").textContent === "Images: 4 of 12");
      assert.deepEqual(await use.run(() => { const { value, max } = shown.$("progress"); return [value, max]; }), [4, 12]);
      for (let round = 0; round < 2; round++) {
        await use.until(() => waiting.length === 4);
        await use.run(() => waiting.splice(0).forEach((go) => go()));
      }
      assert.match(await result(), /12 images could not be fetched/);
      assert.equal(await use.run(() => shown.log.files.length), 1);
      assert.equal(await use.run(() => getComputedStyle(shown.$(".keep-progress")).display), "none");
    });

    it("says when a file could not be saved, also where the panel was closed meanwhile", async () => {
      await open(article, { refuse: ["save"] });
      await use.click("[data-keep=epub]");
      assert.equal(await result(), "The file could not be saved.");
      await open(article, { refuse: ["save"] });
      await use.run(() => {
        shown.$("[data-keep=markdown]").click();
        shown.$("button[aria-label=Keep]").click();
      });
      await use.until(() => shown.$(".bar .status").textContent === "The file could not be saved.");
    });

    it("prints the article with its highlights and nothing of the view", async () => {
      await use.show(sampleArticle, {}, "globalThis.printed = 0; globalThis.print = () => void printed++;");
      await use.click("button[aria-label=Keep]");
      await use.click("[data-keep=print]");
      assert.equal(await use.run(() => printed), 1);
      await use.click("button[aria-label=Listen]");
      await use.setMedium("print");
      const hidden = await use.run(() => [".bar", ".player-place", ".selection-menu"].map((each) => getComputedStyle(shown.$(each)).display));
      assert.deepEqual(hidden, ["none", "none", "none"]);
      await use.setMedium("screen");
      const pdf = await use.page.pdf({ format: "A5" });
      const pages = pagesOf(Buffer.from(pdf));
      assert.ok(pages > 1, `the whole article is on ${pages} page`);
    });
  });
}
