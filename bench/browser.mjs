// npm run bench -- --browser[=firefox] [--pages=N] [--corpora DIR]: from a live document to an article, in a browser, against Readability.js
// on a clone of the same document, as a page has to call it, since it takes its document apart.
//
// The bench serves the pages itself, with a policy that keeps their own scripts and whatever they would load away. Cold is the first call in
// a page that was just loaded, each extractor in a page of its own whose script was read; for Pith it includes compiling and starting the module
// from bytes that the script holds. Warm is the least of several calls after it. Ratios are taken page by page.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

import { build } from "esbuild";

import { inRoot, kRoot } from "../scripts/layout.mjs";
import { runMain } from "../scripts/steps.mjs";
import { launchChromium, launchFirefox } from "../tests/support/browsers.mjs";
import { median, realPages } from "./sample.mjs";

const kPages = 100;
const kWarmCalls = 7;
/** How many times as fast as Readability.js: the median over the pages. */
const kGoals = { warm: 3.5, cold: 2 };
const kPolicy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'wasm-unsafe-eval'; sandbox allow-scripts allow-same-origin";

/** Scripts that define `start()`, which makes ready, and `once()`, a call on the live document that answers with the text. */
async function bundleExtractors() {
  const [wasm, readability] = await Promise.all([readFile(inRoot("dist/package/pith.wasm"), "base64"), readFile(inRoot("node_modules/@mozilla/readability/Readability.js"), "utf8")]);
  const contents = `import { createExtractor } from "./dist/package/index.js";
    let extractor;
    const text = atob("${wasm}"), bytes = new Uint8Array(text.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
    globalThis.start = async () => { extractor = await createExtractor(bytes); };
    globalThis.once = () => extractor.extract(document, { outputs: ["html", "text"] }).text;`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: kRoot }, bundle: true, format: "iife", write: false, logLevel: "error" });
  return {
    pith: outputFiles[0].text,
    readability: `${readability}\nglobalThis.start = () => {};\nglobalThis.once = () => new Readability(document.cloneNode(true)).parse()?.textContent;`,
  };
}

/** Runs in the page: milliseconds to make ready, of the first call with that, and of the fastest of the later calls. */
async function measureInPage(calls) {
  const from = performance.now();
  await globalThis.start();
  const ready = performance.now() - from;
  globalThis.once();
  const cold = performance.now() - from;
  let warm = Infinity;
  for (let call = 0; call < calls; call++) {
    const before = performance.now();
    globalThis.once();
    warm = Math.min(warm, performance.now() - before);
  }
  return { ready, cold, warm };
}

async function serve() {
  let current = "";
  const server = createServer((request, response) => {
    const found = request.url === "/page";
    response.writeHead(found ? 200 : 404, { "content-type": "text/html; charset=utf-8", "content-security-policy": kPolicy });
    response.end(found ? current : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/page`,
    show: (bytes) => void (current = bytes),
    close: () => (server.close(), server.closeAllConnections()),
  };
}

/** Each page that both extractors can read, with the times of both. */
async function measurePages(browser, files) {
  const scripts = await bundleExtractors();
  const site = await serve();
  const found = [];
  try {
    for (const file of files) {
      site.show(await readFile(file));
      const times = { file };
      for (const name of ["readability", "pith"]) {
        const page = await browser.newPage();
        try {
          await page.goto(site.address, { waitUntil: "domcontentloaded", timeout: 20_000 });
          await page.evaluate(scripts[name]);
          times[name] = await page.evaluate(measureInPage, kWarmCalls);
        } catch (error) {
          console.error(`${file}: ${name} left out: ${error.message.split("\n")[0]}`);
        } finally {
          await page.close();
        }
      }
      if (times.pith && times.readability) found.push(times);
    }
  } finally {
    site.close();
  }
  return found;
}

function report(name, found) {
  console.log(`${name}, ${found.length} pages, from live document to article; ratio: how many times as fast as Readability.js on a clone`);
  let met = true;
  for (const kind of ["warm", "cold"]) {
    const ratios = found.map(({ pith, readability }) => readability[kind] / pith[kind]);
    const sum = (of) => found.reduce((total, times) => total + times[of][kind], 0).toFixed(0);
    const reached = median(ratios) >= kGoals[kind];
    met &&= reached;
    const [slowest] = found.toSorted((a, b) => a.readability[kind] / a.pith[kind] - b.readability[kind] / b.pith[kind]);
    console.log(
      `${kind}: Pith ${sum("pith")} ms, Readability.js ${sum("readability")} ms together; ratio ${median(ratios).toFixed(1)} median (goal ${kGoals[kind]}: ${reached ? "met" : "missed"}), ` +
        `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(1)}; slower on ${ratios.filter((ratio) => ratio < 1).length}; least on ${slowest.file}`,
    );
  }
  console.log(`start from bytes in a script: ${median(found.map(({ pith }) => pith.ready)).toFixed(1)} ms median`);
  return met;
}

export async function main(argv) {
  const valueOf = (name) => argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const files = realPages(argv, Number(valueOf("pages") ?? kPages));
  const { name, browser, close } = await (valueOf("browser") === "firefox" ? launchFirefox() : launchChromium());
  try {
    return report(name, await measurePages(browser, files)) ? 0 : 1;
  } finally {
    await close();
  }
}

await runMain(import.meta.filename, main);
