// npm run bench:bookmarklet: how long it takes from a click on the bookmark to the article, in parts, cold and warm.
//
// The page has 200 KB and is of our own making. Cold is the first click in a browser that has just started, a second after it has loaded the
// page: before, browsers have other work. Warm is the median of the clicks that follow on the same page, each unpacking all of it again.
//
// usage: node bench/bookmarklet.mjs [--runs N] [--browser chromium|firefox] [--variant pith|pith-full|pith-strict] [--wait MS]

import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { runMain } from "../scripts/steps.mjs";
import { browsers } from "../tests/bookmarklet/drive.mjs";
import { serve } from "../tests/reader/serve.mjs";
import { makeBookmarklet, variants } from "../web/bookmarklet/build.mjs";
import { median } from "./sample.mjs";

const steps = ["unpacked", "page read", "engine started", "article built", "view built"];

/** Some 200 KB as sites have them: menus, cards, an article of 1,500 words in divs of many classes. */
export function makePage() {
  const words = "the river had been rising since noon and nobody in the village was surprised when it reached the lower road because it always did in a wet spring".split(" ");
  const sentence = (from, length) => `${Array.from({ length }, (_, i) => words[(from * 7 + i * (1 + (from % 3))) % words.length]).join(" ")}.`;
  const list = (count, what) => `<ul class="${what}">${Array.from({ length: count }, (_, i) => `<li class="${what}__item item-${i}"><a class="${what}__link" href="/${what}/${i}">${words[i % words.length]} ${words[(i * 3) % words.length]}</a></li>`).join("")}</ul>`;
  const cards = (count) => Array.from({ length: count }, (_, i) => `<div class="card card--related" data-id="${i}"><a href="/story/${i}"><img src="/i/${i}.jpg" alt=""><h3>${sentence(i, 8)}</h3></a><span class="card__time">${i + 1} hours ago</span></div>`).join("");
  const story = Array.from({ length: 24 }, (_, i) => `${i % 6 === 5 ? `<h2>${sentence(i, 4)}</h2>` : ""}<div class="story-block"><p class="story-text">${[0, 1, 2, 3].map((part) => sentence(i * 5 + part, 15 + part)).join(" ")}</p></div>`).join("");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The river rises</title><link rel="icon" href="data:,"></head><body><header>${list(120, "menu")}</header><main><article><h1>The river rises</h1>${story}</article><aside>${cards(180)}</aside></main><footer>${list(200, "footer")}</footer></body></html>`;
  return html.replace("</body>", `${cards(Math.ceil((200_000 - html.length) / 220))}</body>`);
}

/** Milliseconds of each step of one click, the last up to the next frame. */
async function click(browser, page, url) {
  await browser.run(page, url);
  await page.waitForFunction(() => performance.getEntriesByName("pith painted").length > 0, { timeout: 30_000 });
  const marks = await page.evaluate(() => {
    const at = Object.fromEntries(performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("pith ")).map(({ name, startTime }) => [name.slice(5), startTime]));
    performance.clearMarks();
    return at;
  });
  let last = marks.click;
  return [...steps, "painted"].map((step) => {
    const took = marks[step] - last;
    last = marks[step];
    return took;
  });
}

async function measure(name, { variant, runs, wait }, html) {
  const made = await makeBookmarklet({ variant, shadow: "open", timed: true });
  // A message that is sent in a frame comes when that is painted.
  const painted = `requestAnimationFrame(()=>{let{port1,port2}=new MessageChannel();port1.onmessage=()=>performance.mark("pith painted");port2.postMessage(0)})`;
  const watch = `performance.mark("pith click");new MutationObserver((_,o)=>{o.disconnect();${painted}}).observe(document.documentElement,{childList:true});`;
  const url = made.url.replace("javascript:", `javascript:${watch}`);
  const server = await serve(() => ({ body: html }));
  const cold = [];
  const warm = [];
  try {
    for (let run = 0; run < runs; run++) {
      const browser = await browsers[name]();
      try {
        const page = await browser.browser.newPage();
        await page.goto(server.url);
        await setTimeout(wait);
        cold.push(await click(browser, page, url));
        for (let again = 0; again < 3; again++) {
          await browser.run(page, made.url);
          await page.waitForFunction(() => !document.querySelector("pith-reader"));
          warm.push(await click(browser, page, url));
        }
      } finally {
        await browser.close();
      }
    }
  } finally {
    await server.close();
  }
  const column = (value) => value.toFixed(0).padStart(16);
  for (const [what, rows] of [["cold", cold], ["warm", warm]]) {
    const parts = [...steps, "painted"].map((_, step) => median(rows.map((row) => row[step])));
    console.log(`${`${variant} ${name} ${what}`.padEnd(28)}${parts.map(column).join("")}${column(median(rows.map((row) => row.reduce((a, b) => a + b, 0))))}`);
  }
}

async function main(argv) {
  const { values } = parseArgs({ args: argv, options: { runs: { type: "string", default: "5" }, wait: { type: "string", default: "1000" }, browser: { type: "string" }, variant: { type: "string" } } });
  const html = makePage();
  console.log(`page of ${html.length.toLocaleString("en")} bytes, ms`);
  console.log(`${"".padEnd(28)}${[...steps, "painted", "in all"].map((step) => step.padStart(16)).join("")}`);
  for (const variant of values.variant ? [values.variant] : Object.keys(variants)) {
    for (const name of values.browser ? [values.browser] : Object.keys(browsers)) await measure(name, { variant, runs: Number(values.runs), wait: Number(values.wait) }, html);
  }
}

await runMain(import.meta.filename, main);
