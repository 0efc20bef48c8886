import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, launchFirefox } from "../support/browsers.mjs";
import { installPackage, testPages } from "./installed.mjs";

const types = { ".js": "text/javascript", ".html": "text/html; charset=utf-8", ".wasm": "application/wasm" };
const strictPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** What a site that uses the package would serve as its own script. */
const siteScript = `
import { createExtractor, extract, extractText, PithError } from "/pith/index.js";
const outputs = ["html", "markdown", "text", "tree"];
globalThis.extractPage = async (name) => {
  const bytes = await (await fetch("/pages/" + name)).arrayBuffer();
  return JSON.stringify(await extract(bytes, { url: "https://pages.example/" + name, outputs, explain: true }));
};
globalThis.extractLines = async (text) => JSON.stringify(await extractText(text));
globalThis.extractFrom = async (source, page) => {
  try {
    return (await createExtractor(source)).extract(page).title;
  } catch (error) {
    return error instanceof PithError ? error.code : String(error);
  }
};
`;

let installed;
let pages;
let server;
let origin;

before(async () => {
  [installed, pages] = await Promise.all([installPackage(), testPages()]);
  server = createServer((request, response) => {
    serve(request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  server?.closeAllConnections();
  server?.close();
  await installed?.remove();
});

async function serve(request, response) {
  const { pathname } = new URL(request.url, origin);
  const send = (type, body, headers = {}) => response.writeHead(200, { "content-type": type, ...headers }).end(body);
  if (pathname === "/site.js") return send(types[".js"], siteScript);
  if (pathname === "/plain") return send(types[".html"], page);
  if (pathname === "/strict") return send(types[".html"], page, { "content-security-policy": strictPolicy });
  if (pathname === "/no-wasm") return send(types[".html"], page, { "content-security-policy": "script-src 'self'" });
  if (pathname.startsWith("/pages/")) return send("application/octet-stream", pages.find(({ name }) => pathname === `/pages/${name}`).bytes);
  const untyped = pathname.startsWith("/untyped/");
  const file = join(installed.folder, "dist/package", normalize(pathname).replace(/^\/(pith|untyped)\//, ""));
  return send(untyped ? "text/plain" : types[extname(file)], await readFile(file));
}

const page = '<!DOCTYPE html><meta charset="utf-8"><title>A site</title><link rel="icon" href="/favicon.ico"><script type="module" src="/site.js"></script>';

for (const launch of [launchChromium, launchFirefox]) {
  describe(launch.name.replace("launch", ""), () => {
    let running;
    before(async () => {
      running = await launch();
    });
    after(() => running?.close());

    /** Opens a page of the site and runs a function in it; the module scripts have run by the load event. */
    async function inPage(path, ...call) {
      const tab = await running.browser.newPage();
      try {
        await tab.goto(origin + path);
        return await tab.evaluate(...call);
      } finally {
        await tab.close();
      }
    }

    for (const path of ["/plain", "/strict"]) {
      test(`extracts every test page as Node does, on a page ${path === "/strict" ? "whose policy allows only wasm and its own scripts" : "without a policy"}`, async () => {
        const { extract } = await installed.load();
        const names = pages.map(({ name }) => name);
        const found = await inPage(path, (all) => Promise.all(all.map((name) => globalThis.extractPage(name))), names);
        for (const [index, { name, bytes }] of pages.entries()) {
          const article = await extract(bytes, { url: `https://pages.example/${name}`, outputs: ["html", "markdown", "text", "tree"], explain: true });
          assert.equal(found[index], JSON.stringify(article), name);
        }
      });
    }

    test("takes plain text as Node does", async () => {
      const { extractText } = await installed.load();
      const text = "Home\nA line that is long enough to be a paragraph of its own, with a comma and a full stop.\nMore";
      assert.equal(await inPage("/strict", (lines) => globalThis.extractLines(lines), text), JSON.stringify(await extractText(text)));
    });

    test("loads the core from an address, relative or not, and from a server that does not know .wasm", async () => {
      const wasm = "/untyped/pith.wasm";
      for (const source of ["/pith/pith.wasm", wasm, origin + wasm]) {
        assert.equal(await inPage("/strict", (from) => globalThis.extractFrom(from, "<title>Loaded</title>"), source), "Loaded");
      }
    });

    test("tells a core that is missing or forbidden from other failures", async () => {
      const load = (source) => globalThis.extractFrom(source, "<title>T</title>");
      assert.equal(await inPage("/plain", load, "/pith/none.wasm"), "load-failed");
      assert.equal(await inPage("/no-wasm", load, "/pith/pith.wasm"), "load-failed");
    });
  });
}
