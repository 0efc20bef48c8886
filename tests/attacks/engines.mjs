// The engines that attacks are tried in, each with one page and all that it asks the network for.

import { createServer } from "node:http";

import { JSDOM, ResourceLoader, VirtualConsole } from "jsdom";

import { launchChromium, launchFirefox } from "../support/browsers.mjs";
import { launchWebKit } from "../support/webkit.mjs";

/** A server that knows every request, whatever it is for. */
export async function serveNothing() {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    if (request.url === "/page") return response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><meta charset=utf-8><title>Page</title><link rel=icon href='data:,'><body>");
    if (request.url === "/trusted") {
      return response.writeHead(200, { "content-type": "text/html", "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'" }).end("<!DOCTYPE html><meta charset=utf-8><title>Page</title><link rel=icon href='data:,'><body>");
    }
    response.writeHead(404, { "cache-control": "max-age=600" }).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));
  return { origin: `http://localhost:${server.address().port}`, requests, close };
}

/** Each starts an engine: `open` gives a fresh page, `run` calls a function of the page's scripts by its source, `requests` are the addresses asked for. */
export const engines = {
  chromium: () => browserEngine("chromium", launchChromium),
  firefox: () => browserEngine("firefox", launchFirefox),
  jsdom: async () => jsdomEngine(),
  webkit: webkitEngine,
};

async function browserEngine(name, launch) {
  const { browser, close } = await launch();
  const requests = [];
  const events = [];
  let page;
  return {
    name,
    requests,
    events,
    async open(address, scripts) {
      await page?.close();
      page = await browser.newPage();
      page.on("request", (request) => requests.push(request.url()));
      page.on("dialog", (dialog) => (events.push(`dialog ${dialog.message()}`), dialog.dismiss()));
      page.on("popup", () => events.push("a window"));
      await page.goto(address);
      page.on("framenavigated", (frame) => events.push(`navigation to ${frame.url()}`));
      for (const script of scripts) await page.evaluate(script);
    },
    run: (source, ...given) => page.evaluate(`(${source})(...${JSON.stringify(given)})`),
    settle: () => new Promise((resolve) => setTimeout(resolve, 150)),
    close,
  };
}

/** What it asks for is known to the server only. */
async function webkitEngine() {
  const { goto, run, close } = await launchWebKit();
  return {
    name: "webkit",
    requests: [],
    events: [],
    async open(address, scripts) {
      await goto(address);
      for (const script of scripts) await run(script);
    },
    run: (source, ...given) => run(`return (${source})(...${JSON.stringify(given)});`),
    settle: () => new Promise((resolve) => setTimeout(resolve, 150)),
    close,
  };
}

function jsdomEngine() {
  const requests = [];
  class Recorder extends ResourceLoader {
    fetch(address) {
      requests.push(address);
      return null;
    }
  }
  let dom;
  return {
    name: "jsdom",
    requests,
    events: [],
    async open(address, scripts) {
      dom?.window.close();
      const page = "<!DOCTYPE html><title>Page</title><body>";
      dom = new JSDOM(page, { url: address, runScripts: "dangerously", resources: new Recorder(), virtualConsole: new VirtualConsole(), pretendToBeVisual: true });
      for (const script of scripts) dom.window.eval(script);
    },
    run: async (source, ...given) => JSON.parse(JSON.stringify(dom.window.eval(`(${source})(...${JSON.stringify(given)})`) ?? null)),
    settle: () => new Promise((resolve) => setTimeout(resolve, 20)),
    async close() {
      dom?.window.close();
    },
  };
}
