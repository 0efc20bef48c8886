// npm run bench -- --extension [--rounds=N]: from the click on the button to the article on the screen, in Chromium and in Firefox, beside
// what Readability.js takes in the same page for the extraction alone.
//
// The browser is warm: the extension has read the page before, so its core is compiled. A click is a click of the browser's own button, when the
// page has nothing left to do from being loaded; the time ends when the browser has painted the frame with the article in it. It holds the
// driver's way to the browser, a few milliseconds, and nothing of the driver's while it runs. The extension is the one that people get, but for
// its shadow root, which is open.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { openChromium, openFirefox } from "../tests/extension/support/drive.mjs";
import { paragraphs, title } from "../tests/extension/support/pages.mjs";
import { median } from "./sample.mjs";

const kRounds = 20;
const kPageBytes = 200 * 1024;
const readability = await readFile(createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js"), "utf8");

/** A page of 200 KB as news sites make them: a third of it text of the article, the rest menus, cards, comments and data for scripts. */
export function benchPage() {
  const links = (count, of) => Array.from({ length: count }, (_, at) => `<li class="menu-item"><a class="menu-link" href="/${of}/${at}">${of} ${at}</a></li>`).join("");
  const card = (_, at) =>
    `<div class="card teaser"><a href="/story/${at}"><img src="/still/${at}.jpg" alt="" width="320" height="180" loading="lazy"><h3 class="card-title">Another story of the harbour, number ${at}</h3></a><span class="meta">${at} minutes ago</span></div>`;
  const comment = (_, at) => `<div class="comment" id="comment-${at}"><b class="author">Reader ${at}</b><p>I was there on that day, and it was not quite like that.</p><a href="#reply-${at}">Reply</a></div>`;
  const story = Array.from({ length: 220 }, (_, at) => `<p class="story-text">${paragraphs[at % paragraphs.length]} <a href="/pier/${at}">The pier</a> had it so in the year ${1700 + at}.</p>`);
  const start = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | Harbour Gazette</title></head><body>
    <header><nav><ul>${links(120, "section")}</ul></nav></header><main><article><h1>${title}</h1><p class="byline">By Ingrid Halvorsen</p>${story.slice(0, 190).join("\n")}</article>
    <aside class="related">${Array.from({ length: 60 }, card).join("\n")}</aside><section class="comments">${Array.from({ length: 80 }, comment).join("\n")}</section></main>
    <footer><ul>${links(80, "imprint")}</ul></footer><script type="application/json">`;
  const end = `</script></body></html>`;
  return start + JSON.stringify("x".repeat(Math.max(0, kPageBytes - start.length - end.length - 2))) + end;
}

/** Runs in the page, until it is idle: promises, as `painted`, when the reader was painted, by the clock that this program has, too. */
function watchForReader() {
  globalThis.painted = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const reader = document.querySelector("pith-reader")?.shadowRoot;
      if (!reader) return;
      if (!reader.querySelector("article p")) return observer.observe(reader, { childList: true, subtree: true }); // it is there before the article
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel(); // its message comes after the frame is painted
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(0);
      });
    }).observe(document.documentElement, { childList: true });
  });
  return new Promise((resolve) => requestIdleCallback(() => resolve()));
}

async function measure(open, address, rounds) {
  const driver = await open({ readable: false });
  try {
    const page = await driver.newPage();
    await page.goto(address);
    const isShown = () => page.evaluate((text) => document.querySelector("pith-reader")?.shadowRoot.textContent.includes(text) ?? false, paragraphs[4]);
    const times = [];
    for (let round = -2; round < rounds; round++) {
      await page.goto(address); // each time a page that the extension has not been in
      await page.evaluate(watchForReader);
      const clicked = performance.timeOrigin + performance.now();
      await driver.press(page);
      const painted = await page.evaluate(() => globalThis.painted);
      if (!(await isShown())) throw new Error("the reader does not show the article");
      if (round >= 0) times.push(painted - clicked);
    }
    await page.goto(address);
    await page.evaluate(readability);
    const theirs = await page.evaluate((count) => {
      const taken = [];
      for (let round = -2; round < count; round++) {
        const start = performance.now();
        const article = new Readability(document.cloneNode(true)).parse();
        if (!article) throw new Error("no article");
        if (round >= 0) taken.push(performance.now() - start);
      }
      return taken;
    }, rounds);
    return { name: driver.name, reader: median(times), slowest: Math.max(...times), readability: median(theirs) };
  } finally {
    await driver.close();
  }
}

export async function main(argv) {
  const rounds = Number(argv.find((argument) => argument.startsWith("--rounds="))?.slice("--rounds=".length) ?? kRounds);
  const body = benchPage();
  const server = createServer((request, response) => response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(request.url === "/" ? body : ""));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    console.log(`a page of ${Math.round(body.length / 1024)} KB, median of ${rounds}, ms`);
    console.log("browser    click to article   slowest   Readability.js, extraction alone");
    for (const open of [openChromium, openFirefox]) {
      const { name, ...times } = await measure(open, `http://127.0.0.1:${server.address().port}/`, rounds);
      console.log(`${name.padEnd(10)} ${times.reader.toFixed(0).padStart(16)} ${times.slowest.toFixed(0).padStart(9)} ${times.readability.toFixed(0).padStart(34)}`);
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
