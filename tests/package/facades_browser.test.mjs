import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, launchFirefox } from "../support/browsers.mjs";
import { doms, pageWith } from "./documents.mjs";
import { installPackage, testPages } from "./installed.mjs";

const strictPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** What a site that uses the package in another's form would serve as its own script. */
const siteScript = `
import DefuddleClass from "/pith/defuddle.js";
import { isProbablyReaderable, Readability } from "/pith/readability.js";
const timeless = ({ parseTime, ...rest }) => rest;
globalThis.readLive = () => {
  const before = document.documentElement.outerHTML;
  const article = new Readability(document).parse();
  const { content } = new DefuddleClass(document).parse();
  return { article, content, readerable: isProbablyReaderable(document), untouched: document.documentElement.outerHTML === before };
};
globalThis.readParsed = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  return JSON.stringify({ read: new Readability(page).parse(), readerable: isProbablyReaderable(page), defuddled: timeless(new DefuddleClass(page).parse()) });
};
`;
const live = pageWith({
  head: '<meta charset="utf-8"><script type="module" src="/site.js"></script>',
  before: '<noscript><p>Please turn on scripts to read the tide tables.</p></noscript><div style="display: none">Not shown</div>',
  body: `<p>${"The tide tables were printed a day late this year, and the printer has apologised to all of the harbour. ".repeat(8)}</p>`,
});

let installed;
let pages;
let server;
let origin;

before(async () => {
  [installed, pages] = await Promise.all([installPackage(), testPages()]);
  server = createServer(async (request, response) => {
    const send = (type, body) => response.writeHead(200, { "content-type": type, "content-security-policy": strictPolicy }).end(body);
    if (request.url === "/live") return send("text/html; charset=utf-8", live);
    if (request.url === "/site.js") return send("text/javascript", siteScript);
    const [, name] = /^\/pith\/([\w-]+\.js)$/.exec(request.url) ?? [];
    return name === undefined ? response.writeHead(404).end() : send("text/javascript", await readFile(join(installed.folder, "dist/package", name)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  server?.closeAllConnections();
  server?.close();
  await installed?.remove();
});

for (const launch of [launchChromium, launchFirefox]) {
  describe(launch.name.replace("launch", ""), () => {
    let running;
    let tab;
    before(async () => {
      running = await launch();
      tab = await running.browser.newPage();
      await tab.goto(`${origin}/live`);
    });
    after(() => running?.close());

    test("reads the page that it runs in, whose policy allows only wasm and its own scripts, and leaves it as it is", async () => {
      const { article, content, readerable, untouched } = await tab.evaluate(() => globalThis.readLive());
      assert.equal(article.title, "Gulls return to the old pier of Wexcombe");
      assert.match(article.content, /^<div id="readability-page-1" class="page"><p>The tide tables/);
      assert.doesNotMatch(article.textContent, /Not shown|turn on scripts|Tides/);
      assert.match(content, /^<article[^>]*>\s*<p>The tide tables/);
      assert.deepEqual({ readerable, untouched }, { readerable: true, untouched: true });
    });

    test("gives for every test page what it gives in Node over jsdom", async () => {
      const [{ Readability, isProbablyReaderable }, { DefuddleClass }] = await Promise.all([installed.load("pith/readability"), installed.load("pith/defuddle")]);
      for (const { name, bytes } of pages) {
        const html = bytes.toString("utf8");
        const page = doms.jsdom(html, `${origin}/live`);
        const { parseTime, ...defuddled } = new DefuddleClass(page).parse();
        const expected = JSON.stringify({ read: new Readability(page).parse(), readerable: isProbablyReaderable(page), defuddled });
        assert.equal(await tab.evaluate((source) => globalThis.readParsed(source), html), expected, name);
      }
    });
  });
}
