// npm run bench -- --reader [--runs=N]: the reader view with an article of a megabyte, in Chromium and in Firefox: how long until it is on the
// screen, until all of it is laid out, and how even the frames are as it is scrolled, from its beginning and right after it was opened.

import { bundleHarness } from "../tests/reader/harness.mjs";
import { longArticle } from "../tests/reader/long_article.mjs";
import { serve } from "../tests/reader/serve.mjs";
import { launchChromium, launchFirefox } from "../tests/support/browsers.mjs";
import { median } from "./sample.mjs";

const kRuns = 5;
/** How far a quick hand scrolls in a frame, and for how many frames. */
const kScroll = { step: 120, frames: 180 };

/** Runs in the page. */
async function openAndScroll(article, { step, frames }) {
  const frame = () => new Promise(requestAnimationFrame);
  const start = performance.now();
  globalThis.show(article);
  await frame();
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel(); // its message comes after the frame is painted
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  const painted = performance.now() - start;
  const scroller = globalThis.shown.$(".scroll");
  const times = [];
  for (let last = await frame(), at = 0; at < frames; at++) {
    scroller.scrollBy({ top: step, behavior: "instant" });
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  while (globalThis.shown.$("[data-later]")) await frame();
  return { painted, laidOut: performance.now() - start, times };
}

async function measure(launch, article, runs) {
  const [{ name, browser, close }, server, script] = await Promise.all([launch(), serve(() => ({ body: "<!doctype html><title>Page</title><body style='margin:0'>" })), bundleHarness()]);
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    const found = [];
    for (let run = 0; run < runs; run++) {
      await page.goto(server.url);
      await page.evaluate(script);
      found.push(await page.evaluate(openAndScroll, article, kScroll));
    }
    const times = found.flatMap((each) => each.times).sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
    return [name, median(found.map(({ painted }) => painted)), median(found.map(({ laidOut }) => laidOut)), at(0.5), at(0.95), at(1)];
  } finally {
    await Promise.all([close(), server.close()]);
  }
}

export async function main(argv) {
  const runs = Number(argv.find((argument) => argument.startsWith("--runs="))?.slice("--runs=".length) ?? kRuns);
  const article = longArticle();
  console.log(`an article of ${Math.round(JSON.stringify(article.tree).length / 1024)} KB, ${article.tree.length - 2} blocks, ms`);
  console.log("browser      painted  laid out   frame: median   95 in 100   longest");
  for (const launch of [launchChromium, launchFirefox]) {
    const [name, ...values] = await measure(launch, article, runs);
    console.log(name.padEnd(10) + values.map((value, at) => value.toFixed(0).padStart([10, 10, 16, 12, 10][at])).join(""));
  }
}
