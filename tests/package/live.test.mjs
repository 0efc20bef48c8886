// Live documents: what the package sees of them that HTML does not tell, and that it changes nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, launchFirefox } from "../support/browsers.mjs";
import { clobbered } from "../support/clobbered.mjs";
import { doms } from "./documents.mjs";
import { installPackage, testPages } from "./installed.mjs";

const sentence = (word) => `The ${word} returned to the pier on Monday morning, and by noon nobody in the whole of the town spoke of anything else at all.`;

/** Each kind of text has a word of its own. */
const livePage = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Gulls are back on the pier</title>
<style>.gone { display: none } .unseen { visibility: hidden } .bare { display: contents }</style>
<main><h1>Gulls are back on the pier</h1>
<p>${sentence("plainword")}</p>
<my-story><p slot="lead">${sentence("slottedword")}</p><p>${sentence("unslottedword")}</p></my-story>
<p class="gone">${sentence("goneword")}</p>
<p class="unseen">${sentence("unseenword")}</p>
<div class="bare"><p>${sentence("bareword")}</p></div>
<details><summary>More</summary><p>${sentence("detailsword")}</p></details>
<dialog><p>${sentence("dialogword")}</p></dialog>
<iframe srcdoc="<p>${sentence("frameword")}</p><p><a href='next'>Next</a> ${sentence("secondframeword")}</p>"></iframe>
<p>${sentence("lastword")}</p>
<p>The baker, who had fed them all through the winter, said that he had known it would come to this.</p></main>
<script>
  const host = document.querySelector("my-story");
  host.attachShadow({ mode: "open" }).innerHTML = "<section><slot name=lead></slot><p>${sentence("shadowword")}</p></section>";
</script></html>`;

let installed;
let server;
let origin;

before(async () => {
  installed = await installPackage();
  server = createServer(async (request, response) => {
    if (request.url === "/live") return response.writeHead(200, { "content-type": "text/html" }).end(livePage);
    if (request.url === "/clobbered") return response.writeHead(200, { "content-type": "text/html" }).end(livePage.replace("</main>", `</main>${clobbered}`));
    if (/^\/[\w-]+\.js$/.test(request.url)) {
      return response.writeHead(200, { "content-type": "text/javascript" }).end(await readFile(join(installed.folder, "dist/package", request.url)));
    }
    if (request.url === "/reader") {
      const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
      return response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end("<!DOCTYPE html><title>R</title><div id=place></div>");
    }
    return response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  server?.closeAllConnections();
  server?.close();
  await installed?.remove();
});

/** Runs in the page. */
async function extractLive() {
  const { extract } = await import("/inline.js");
  const changes = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const before = document.documentElement.outerHTML;
  const article = extract(document, { explain: true });
  const part = extract(document.querySelector("details"), { outputs: ["text"] });
  changes.push(...observer.takeRecords());
  return { article, part: part.text, changes: changes.length, same: document.documentElement.outerHTML === before };
}

/** Runs in a page whose writer has put elements in the place of the document's members. */
async function extractClobbered() {
  const { extract, isProbablyReadable } = await import("/inline.js");
  return { text: extract(document).text, ofForm: extract(document.forms[0]).text, readable: isProbablyReadable(document), standsIn: typeof document.nodeType };
}

/** Runs in the page: mounts the reader and takes it away. */
async function mountAndDestroy() {
  const [{ extract }, { mountReader }] = await Promise.all([import("/inline.js"), import("/reader.js")]);
  const page = "<title>T</title>" + "<p>The gulls returned to the pier on Monday, and nobody had fed them, said the warden.</p>".repeat(1);
  const place = document.querySelector("#place");
  const before = place.outerHTML;
  const article = extract(page, { outputs: ["tree", "markdown"], explain: true });
  const reader = mountReader(place, article);
  const root = place.shadowRoot ?? place.firstElementChild?.shadowRoot;
  const shown = { text: root?.textContent ?? "", styled: (root?.adoptedStyleSheets.length ?? 0) > 0 };
  reader.destroy();
  const refused = [[place, extract(page)], [document.querySelector("#none"), article], [place, null]].map((given) => {
    try {
      mountReader(...given);
      return "nothing";
    } catch ({ code, message }) {
      return `${code}: ${message.split(",")[0]}`;
    }
  });
  return { ...shown, restored: place.textContent === "" && before.includes("place"), refused };
}

/** Runs in the page: shows the reader in languages that are wanted. */
async function mountInLanguages() {
  const [{ extract }, { mountReader }, { languages, loadPhrases }] = await Promise.all([import("/inline.js"), import("/reader.js"), import("/reader_languages.js")]);
  const loaded = () => performance.getEntriesByType("resource").map(({ name }) => name);
  const before = loaded();
  const article = extract("<title>T</title><p>The gulls returned to the pier on Monday, and nobody had fed them, said the warden.</p>", { outputs: ["tree"] });
  const spoken = {};
  for (const wanted of [["nl", "de-AT", "fr"], "ar", "zh-TW", ["nl"]]) {
    const reader = mountReader(document.querySelector("#place"), article, { phrases: await loadPhrases(wanted) });
    const view = reader.element.shadowRoot.querySelector(".pith");
    spoken[wanted] = [view.lang.split("-")[0], view.dir, view.querySelector(".tools button").title];
    reader.destroy();
  }
  const ofUser = (await loadPhrases()).language;
  return { languages, spoken, ofUser, asked: navigator.languages, more: loaded().filter((name) => !before.includes(name)).length };
}

for (const launch of [launchChromium, launchFirefox]) {
  describe(launch.name.replace("launch", ""), () => {
    let running;
    before(async () => {
      running = await launch();
    });
    after(() => running?.close());

    async function inPage(path, work) {
      const tab = await running.browser.newPage();
      try {
        await tab.goto(origin + path);
        return await tab.evaluate(work);
      } finally {
        await tab.close();
      }
    }

    test("a live document shows shadow roots and frames, hides what is not rendered, and stays as it was", async () => {
      const { article, part, changes, same } = await inPage("/live", extractLive);
      for (const word of ["plainword", "slottedword", "shadowword", "bareword", "frameword", "secondframeword", "lastword"]) {
        assert.ok(article.text.includes(word), `${word} is in the article`);
      }
      for (const word of ["goneword", "unseenword", "dialogword", "unslottedword"]) assert.ok(!article.text.includes(word), `${word} is not`);
      assert.ok(article.removed.some(({ reason, text }) => reason === "hidden" && text.includes("goneword")));
      assert.ok(article.removed.every(({ reason, text }) => reason !== "hidden" || !text.includes("detailsword")), "what people can open is not hidden");
      assert.ok(article.markdown.indexOf("slottedword") < article.markdown.indexOf("shadowword"), "a slot stands where its root puts it");
      assert.match(part, /detailsword/);
      assert.ok(!part.includes("plainword"), "an element is all of its page");
      assert.equal(changes, 0);
      assert.ok(same);
    });

    test("a live document is read whose elements stand in for its members", async () => {
      const { text, ofForm, readable, standsIn } = await inPage("/clobbered", extractClobbered);
      assert.equal(standsIn, "object");
      assert.match(text, /plainword/);
      assert.equal(ofForm, "");
      assert.equal(readable, true);
    });

    test("the reader mounts under a strict policy, styled, and leaves nothing behind", async () => {
      const { text, styled, restored, refused } = await inPage("/reader", mountAndDestroy);
      assert.match(text, /gulls returned/);
      assert.ok(styled);
      assert.ok(restored);
      assert.deepEqual(refused, ["bad-input: article.tree must be there", "bad-input: root must be a ShadowRoot or an HTMLElement", "bad-input: article must be an object"]);
    });

    test("the reader speaks the first wanted language that it has, whose words alone are loaded", async () => {
      const { languages, spoken, ofUser, asked, more } = await inPage("/reader", mountInLanguages);
      assert.deepEqual(languages, ["ar", "de", "en", "es", "fr", "hi", "ja", "pt", "ru", "zh"]);
      assert.deepEqual(spoken, {
        "nl,de-AT,fr": ["de", "ltr", "Schließen"],
        ar: ["ar", "rtl", "إغلاق"],
        "zh-TW": ["zh", "ltr", "关闭"],
        nl: ["en", "ltr", "Close"],
      });
      assert.equal(ofUser, "en", asked.join());
      assert.equal(more, 4, "a file for each of four languages");
    });
  });
}

describe("documents without layout", () => {
  for (const [name, documentOf] of Object.entries(doms)) {
    test(`${name}: a declared shadow root is seen, with what is put in its slots`, async () => {
      const { extract } = await installed.load("pith/inline");
      const host = `<x-y><template shadowrootmode="open"><slot name="a"></slot><p>${sentence("shadowword")}</p></template><p slot="a">${sentence("slottedword")}</p></x-y>`;
      const { text } = extract(documentOf(`<!DOCTYPE html><html lang="en"><title>T</title><main><p>${sentence("plainword")}</p>${host}</main>`));
      for (const word of ["plainword", "slottedword", "shadowword"]) assert.ok(text.includes(word), word);
    });
  }

  test("jsdom: the document of a page has the article of its HTML", async () => {
    const { extract } = await installed.load("pith/inline");
    for (const { name, bytes } of await testPages()) {
      const html = new TextDecoder().decode(bytes);
      if (/shadowrootmode|<noscript/i.test(html)) continue; // what a document has more, or jsdom reads otherwise
      const url = "https://pier.example/page";
      assert.equal(extract(doms.jsdom(html, url), { url }).text, extract(html, { url }).text, name);
    }
  });
});
