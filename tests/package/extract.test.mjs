import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { installPackage, root, testPages } from "./installed.mjs";

const run = promisify(execFile);
let installed;
let pith;
let news;

before(async () => {
  installed = await installPackage();
  pith = await installed.load();
  news = (await testPages()).find((page) => page.name === "article--news").bytes;
});
after(() => installed?.remove());

/** Asserts a rejection or a throw with a PithError of this code; returns it. */
async function failsWith(code, action) {
  const error = await Promise.resolve().then(action).then(() => assert.fail("no error"), (thrown) => thrown);
  assert.ok(error instanceof pith.PithError, `not a PithError: ${error?.stack}`);
  assert.equal(error.code, code, error.message);
  return error;
}

describe("what is packed", () => {
  test("holds the module, its types, the command, the WebAssembly core and nothing from the sources", () => {
    for (const file of ["index.js", "index.d.ts", "types.d.ts", "errors.d.ts", "cli.js", "pith.wasm"]) {
      assert.ok(installed.files.includes(`dist/package/${file}`), `${file} is missing`);
    }
    const strangers = installed.files.filter((file) => !/^(dist\/package\/|package\.json$|[A-Z_]+(\.md)?$)/.test(file));
    assert.deepEqual(strangers, []);
  });

  test("is found by its name in a module of the project", async () => {
    const code = 'import { extract } from "pith"; console.log((await extract("<title>Hi</title><p>There</p>")).title)';
    const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "-e", code], { cwd: installed.project });
    assert.deepEqual({ stdout, stderr }, { stdout: "Hi\n", stderr: "" });
  });

  test("bundles for browsers without a Node import, and names its WebAssembly file as bundlers look for it", async () => {
    const entry = { contents: 'export { extract } from "pith"', resolveDir: installed.project };
    const { warnings, outputFiles } = await build({ stdin: entry, bundle: true, format: "esm", platform: "browser", write: false, logLevel: "silent" });
    assert.deepEqual(warnings, []);
    const files = outputFiles[0].text.split("\n").filter((line) => line.includes("import.meta"));
    assert.equal(files.length, 1, files.join("\n"));
    assert.match(files[0], /new URL\("\.\/pith\.wasm", import\.meta\.url\)/);
  });

  test("type-checks in a strict consumer that knows no types but those of ECMAScript and URL", async () => {
    await writeFile(
      join(installed.project, "consumer.ts"),
      `import { createExtractor, extract, extractText, PithError } from "pith";
       import type { Article, ArticleNode, ExtractOptions, Extractor, OutputName, PageInput, PithErrorCode, Removal, WasmSource } from "pith";
       const options: ExtractOptions = { url: "https://a.example/", outputs: ["tree"], explain: true };
       const page: PageInput = new Uint8Array(3);
       export async function use(source: WasmSource): Promise<readonly [string, string | undefined, Article]> {
         using extractor: Extractor = await createExtractor(source);
         const article = await extract(page, options);
         return [article.title, extractor.extract("", options).markdown, await extractText("a")];
       }
       export async function renderings(): Promise<readonly string[]> {
         const { html, text, markdown } = await extract(page);
         const { tree } = await extract(page, { outputs: ["tree"], explain: true });
         const named = ["text"] as const;
         return [html, text, markdown, typeof tree, (await extractText("a", { url: "https://a.example/", outputs: named })).text];
       }
       // @ts-expect-error: what was not asked for may be missing
       export const missing: Promise<string> = extract(page, { outputs: ["html", "tree"] }).then(({ text }) => text);
       // @ts-expect-error: which were asked for is not known
       export const unknown: Promise<string> = extract(page, options).then(({ html }) => html);
       // @ts-expect-error: no such option
       extract(page, { ulr: "https://a.example/" });
       export function codeOf(error: unknown): PithErrorCode | undefined { return error instanceof PithError ? error.code : undefined; }
       export type Others = [ArticleNode, OutputName, Removal];
       declare global { interface URL { readonly href: string } }
       // @ts-expect-error: outputs are named
       export const wrong: ExtractOptions = { outputs: ["pdf"] };\n`,
    );
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const config = join(installed.project, "tsconfig.json");
    const compilerOptions = { strict: true, noEmit: true, target: "es2022", lib: ["es2022"], module: "nodenext", types: [] };
    await writeFile(config, JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    await run(process.execPath, [compiler, "-p", config]).catch((error) => assert.fail(error.stdout));
  });
});

describe("extract", () => {
  test("gives the article of a page with its metadata", async () => {
    const article = await pith.extract(news, { url: "https://harrowpost.example/local/x" });
    assert.equal(article.title, "Ferry that nobody wanted now carries half the valley");
    assert.equal(article.byline, "Ines Calloway");
    assert.equal(article.siteName, "The Harrow Post");
    assert.equal(article.lang, "en-GB");
    assert.equal(article.url, "https://harrowpost.example/local/ferry-half-the-valley");
    assert.match(article.text, /^When the council paid forty thousand/);
    assert.match(article.text, /There is room, she says, for an organ\.(\n|$)/);
    assert.doesNotMatch(article.text, /not a paragraph|Accept all|All rights reserved/);
    assert.match(article.html, /^<article[ >]/);
    assert.match(article.markdown, /\[downstream at Stennet\]\(https:\/\/stennet\.example\/yard\?lot=7&view=full\)/);
    assert.ok(article.wordCount > 200 && article.wordCount < 400, `${article.wordCount} words`);
    assert.ok(article.confidence >= 0 && article.confidence <= 1);
    assert.deepEqual(article.warnings, []);
  });

  test("gives the same for text, bytes and a buffer", async () => {
    const fromBytes = await pith.extract(new Uint8Array(news));
    const { buffer } = Uint8Array.from(news);
    assert.deepEqual(await pith.extract(news.toString("utf8")), fromBytes);
    assert.deepEqual(await pith.extract(buffer), fromBytes);
    assert.deepEqual(await pith.extract(news), fromBytes);
  });

  test("reads just the part of a buffer that a view covers", async () => {
    const padded = Buffer.concat([Buffer.from("<h1>before</h1>"), news, Buffer.from("<h1>after</h1>")]);
    const view = padded.subarray(15, 15 + news.length);
    assert.deepEqual(await pith.extract(view), await pith.extract(news));
  });

  test("leaves the caller's bytes as they were", async () => {
    const bytes = Uint8Array.from(news);
    await pith.extract(bytes);
    assert.ok(Buffer.from(bytes).equals(news));
  });

  test("says what the page is for, or takes the caller's word", async () => {
    const guess = (await pith.extract(news)).pageType;
    assert.equal(guess.type, "article");
    assert.ok(guess.probability > 0.5 && guess.probability < 1, guess.probability);
    assert.deepEqual((await pith.extract(news, { pageType: "forum" })).pageType, { type: "forum", probability: 1 });
    assert.equal((await pith.extract("")).pageType, null);
    await assert.rejects(pith.extract(news, { pageType: "blog" }), { code: "bad-input", message: /options\.pageType.*"blog"/ });
  });

  test("gives only the outputs that are asked for", async () => {
    const outputsOf = (article) => ["html", "markdown", "text", "tree"].filter((name) => name in article);
    assert.deepEqual(outputsOf(await pith.extract(news)), ["html", "markdown", "text"]);
    assert.deepEqual(outputsOf(await pith.extract(news, { outputs: ["tree"] })), ["tree"]);
    assert.deepEqual(outputsOf(await pith.extract(news, { outputs: [] })), []);
  });

  test("gives a tree of nested arrays", async () => {
    const { tree } = await pith.extract(news, { outputs: ["tree"] });
    assert.equal(tree[0], "article");
    assert.equal(typeof tree[1], "object");
  });

  test("says what was left out only when asked", async () => {
    const { removed } = await pith.extract(news, { explain: true });
    assert.ok(removed.length > 0);
    for (const removal of removed) {
      assert.deepEqual(Object.keys(removal).sort(), ["before", "element", "reason", "score", "text"]);
      assert.ok(removal.score >= 0 && removal.score <= 1);
    }
    assert.ok(removed.some((removal) => removal.text.includes("All rights reserved")));
    assert.equal("removed" in (await pith.extract(news)), false);
  });

  test("gives plain data", async () => {
    const article = await pith.extract(news, { explain: true, outputs: ["html", "markdown", "text", "tree"] });
    assert.deepEqual(structuredClone(article), article);
    assert.deepEqual(JSON.parse(JSON.stringify(article)), article);
  });

  test("is total: an empty page, binary bytes and lone surrogates give an article", async () => {
    for (const page of ["", new Uint8Array(0), Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) & 255), "<p>\uD800 lone \uDC00</p>"]) {
      const article = await pith.extract(page);
      assert.equal(typeof article.title, "string");
      assert.ok(article.text.isWellFormed());
    }
  });

  test("serves many calls at once, each with its own page", async () => {
    const titles = Array.from({ length: 20 }, (_, i) => `Title ${i}`);
    const articles = await Promise.all(titles.map((title) => pith.extract(`<title>${title}</title><p>Some text</p>`)));
    assert.deepEqual(articles.map((article) => article.title), titles);
  });

  test("takes a page of several megabytes, and a small one after it", async () => {
    // Numbered, since a paragraph that is said twice stands in an article once.
    const paragraphs = Array.from({ length: 40_000 }, (_, day) => `<p>On day ${day} the river was wide, slow and brown, and it carried the barge without a sound.</p>\n`);
    const large = `<article><h1>Large</h1>${paragraphs.join("")}</article>`;
    const { text } = await pith.extract(large, { outputs: ["text"] });
    assert.ok(text.length > 2_000_000, `${text.length} characters`);
    assert.equal((await pith.extract("<title>Small</title>")).title, "Small");
  });
});

describe("extractText", () => {
  const lines = [
    "Home", "Shop", "Contact",
    "The lighthouse was switched off in February, and nobody in the village has slept well since then, or so they say.",
    "It is not the dark, says the harbour master, it is the missing rhythm: two short, one long, and nine seconds of nothing.",
    "A society has been founded. It meets on Thursdays, with torches, and its members take turns at the window, two short, one long.",
    "Subscribe", "© 2030",
  ];

  test("takes lines as blocks", async () => {
    const article = await pith.extractText(lines.join("\n"));
    for (const line of lines.slice(3, 6)) assert.ok(article.text.includes(line), line);
  });

  test("does not read its input as HTML", async () => {
    const article = await pith.extractText(`${lines.join("\n")}\nWhoever writes <b>bold</b> &amp; means it, gets to keep every character of it, in the order that they were written in.\n`);
    assert.ok(article.text.includes("<b>bold</b> &amp; means it"), article.text);
  });

  test("gives the same for text and bytes", async () => {
    const text = lines.join("\r\n");
    assert.deepEqual(await pith.extractText(Buffer.from(text)), await pith.extractText(text));
  });
});

describe("createExtractor", () => {
  test("extracts without waiting once it is there", async () => {
    const extractor = await pith.createExtractor();
    assert.deepEqual(extractor.extract(news), await pith.extract(news));
    assert.deepEqual(extractor.extractText("A line"), await pith.extractText("A line"));
  });

  test("takes the module as an address, as bytes and compiled", async () => {
    const file = join(installed.folder, "dist/package/pith.wasm");
    const bytes = await readFile(file);
    const { buffer } = Uint8Array.from(bytes);
    const expected = await pith.extract(news);
    for (const source of [pathToFileURL(file), pathToFileURL(file).href, bytes, buffer, new WebAssembly.Module(bytes)]) {
      assert.deepEqual((await pith.createExtractor(source)).extract(news), expected);
    }
  });

  test("fetches the module from a server, whatever type the server gives it", async () => {
    const bytes = await readFile(join(installed.folder, "dist/package/pith.wasm"));
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/missing" ? 404 : 200, { "content-type": request.url === "/typed" ? "application/wasm" : "text/plain" });
      response.end(bytes);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${server.address().port}`;
    try {
      for (const path of ["/typed", "/untyped"]) assert.equal((await pith.createExtractor(origin + path)).extract("<title>T</title>").title, "T");
      const error = await failsWith("load-failed", () => pith.createExtractor(`${origin}/missing`));
      assert.match(error.message, /missing: the server answered 404$/);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test("says where the module could not be loaded from", async () => {
    const missing = pathToFileURL(join(installed.project, "none.wasm"));
    const error = await failsWith("load-failed", () => pith.createExtractor(missing));
    assert.ok(error.message.includes(missing.href), error.message);
    await failsWith("load-failed", () => pith.createExtractor(Buffer.from("not wasm")));
    await failsWith("load-failed", () => pith.createExtractor("no address"));
    await failsWith("load-failed", () => pith.createExtractor(42));
  });

  test("says that a module which is not Pith's cannot start", async () => {
    const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    await failsWith("load-failed", () => pith.createExtractor(empty));
  });
});

describe("errors", () => {
  test("name the argument that is wrong", async () => {
    const cases = [
      [[undefined], /^page must be .*not Undefined$/],
      [[null], /^page must be/],
      [[{ html: "<p>" }], /^page must be .*not Object$/],
      [[17], /^page must be/],
      [["<p>", "https://a.example/"], /^options must be an object, not "https:/],
      [["<p>", null], /^options must be/],
      [["<p>", { url: new URL("https://a.example/") }], /^options\.url must be a string, not URL$/],
      [["<p>", { charset: 1252 }], /^options\.charset must be a string/],
      [["<p>", { explain: "yes" }], /^options\.explain must be a boolean, not "yes"$/],
      [["<p>", { outputs: "html" }], /^options\.outputs must be an array/],
      [["<p>", { outputs: ["html", "pdf"] }], /^options\.outputs must be an array of .*"tree", not "pdf"$/],
    ];
    const extractor = await pith.createExtractor();
    for (const [args, message] of cases) {
      assert.match((await failsWith("bad-input", () => pith.extract(...args))).message, message);
      assert.match((await failsWith("bad-input", () => extractor.extract(...args))).message, message);
    }
    assert.match((await failsWith("bad-input", () => pith.extractText(17))).message, /^text must be/);
  });

  test("refuse a page that is larger than the core takes", async () => {
    await failsWith("input-too-large", () => pith.extract(new Uint8Array((128 << 20) + 1)));
    assert.equal((await pith.extract("<title>Next</title>")).title, "Next");
  });

  test("read a response no further than the limit, and end its transfer", async () => {
    for (const limits of [{ bytes: 1000 }, undefined]) {
      let cancelled = false;
      const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1 << (limits ? 8 : 24))), cancel: () => void (cancelled = true) });
      const error = await failsWith("input-too-large", () => pith.extract(new Response(body), limits && { limits }));
      assert.equal(error.message, `the page has more bytes than the limit of ${limits?.bytes ?? 128 << 20}`);
      assert.ok(cancelled);
    }
    assert.equal((await pith.extract(new Response(new TextEncoder().encode("<title>Gulls</title>")), { limits: { bytes: 20 } })).title, "Gulls");
  });

  test("refuse data that is no text, and know none of it readable", async () => {
    const image = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    assert.equal((await failsWith("unsupported-type", () => pith.extract(image))).message, "the page is of type image/png, not HTML or plain text");
    await failsWith("unsupported-type", () => pith.extractText(image));
    await failsWith("unsupported-type", () => pith.extract(new Response(image)));
    assert.equal(await pith.isProbablyReadable(image), false);
  });

  test("limits cut the page or the article, each with its warning, the same in every way to call", async () => {
    const page = `<title>Gulls</title><main><article>${Array.from({ length: 300 }, (_, i) => `<p class=x>Gull ${i} returned to the pier on Monday, and nobody had fed it.</p>`).join("")}</article></main>`;
    const warnings = { depth: [1, "depth-limit"], nodes: [50, "nodes-limit"], attributes: [50, "attributes-limit"], outputBytes: [2000, "output-limit"], work: [5000, "work-limit"] };
    const extractor = await pith.createExtractor();
    const whole = extractor.extract(page);
    for (const [name, [limit, warning]] of Object.entries(warnings)) {
      const article = extractor.extract(page, { limits: { [name]: limit } });
      assert.ok(article.warnings.includes(warning), `${name}: ${article.warnings}`);
      if (name !== "depth") assert.ok(article.text.length < whole.text.length, name);
      assert.deepEqual(await pith.extract(page, { limits: { [name]: limit } }), article);
    }
    await failsWith("input-too-large", () => pith.extract(page, { limits: { bytes: 100 } }));
    assert.deepEqual(extractor.extract(page, { limits: { bytes: undefined, work: Number.MAX_SAFE_INTEGER } }), whole);
    for (const limits of [{ bytes: 0 }, { depth: 1.5 }, { nodes: "9" }, { work: -1 }, { time: 5 }, 7, null]) {
      assert.match((await failsWith("bad-input", () => extractor.extract(page, { limits }))).message, /^options\.limits/);
    }
  });

  test("a page that needs more memory than there is costs one call and says so; memory that grew large is given back", async (t) => {
    const isGrowth = (value) => typeof value === "function" && /100663296/.test(String(value)); // the most that Emscripten grows by at once
    let instances = 0;
    const { Instance } = WebAssembly;
    t.after(() => {
      WebAssembly.Instance = Instance;
    });
    const memories = [];
    let growing = true;
    WebAssembly.Instance = function (module, imports) {
      instances++;
      // The module asks its host for memory; a host that has none answers 0.
      const refuse = (call) => (...args) => (growing ? call(...args) : 0);
      const wrapped = (group) => Object.fromEntries(Object.entries(group).map(([name, value]) => [name, isGrowth(value) ? refuse(value) : value]));
      const instance = new Instance(module, Object.fromEntries(Object.entries(imports).map(([name, group]) => [name, wrapped(group)])));
      memories.push(Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory));
      return instance;
    };
    const own = await pith.createExtractor();
    const expected = own.extract(news);

    growing = false;
    const page = `<article>${Array.from({ length: 100_000 }, (_, i) => `<p>Words of page ${i} of a book that is far too large for four megabytes.</p>`).join("")}</article>`;
    const error = await failsWith("out-of-memory", () => own.extract(page));
    assert.match(error.message, /^a page of \d+ bytes needs more memory than there is$/);
    assert.deepEqual(own.extract(news), expected);
    assert.equal(instances, 2);

    growing = true;
    assert.ok(own.extract(page).wordCount > 1000);
    assert.ok(memories.at(-1).buffer.byteLength > 64 * 2 ** 20);
    assert.deepEqual(own.extract(news), expected);
    assert.equal(instances, 3, "the large instance is gone");
    assert.ok(memories.at(-1).buffer.byteLength < 16 * 2 ** 20);
  });

  test("a thousand pages in one extractor leave its memory as it was", async (t) => {
    const { Instance } = WebAssembly;
    let memory;
    t.after(() => {
      WebAssembly.Instance = Instance;
    });
    WebAssembly.Instance = function (module, imports) {
      const instance = new Instance(module, imports);
      memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
      return instance;
    };
    const own = await pith.createExtractor();
    for (let i = 0; i < 20; i++) own.extract(news, { explain: true });
    const before = memory.buffer.byteLength;
    for (let i = 0; i < 1000; i++) own.extract(news, { explain: true });
    assert.equal(memory.buffer.byteLength, before);
  });

  test("a trap costs one call, and the next starts from a fresh instance", async (t) => {
    // Every function that the core calls outside can be made to throw what the engine throws at `unreachable`.
    let instances = 0;
    let trapping = false;
    const { Instance } = WebAssembly;
    t.after(() => {
      WebAssembly.Instance = Instance;
    });
    WebAssembly.Instance = function (module, imports) {
      instances++;
      const guard = (call) => (...args) => {
        if (trapping) throw new WebAssembly.RuntimeError("unreachable");
        return call(...args);
      };
      const guarded = (group) => Object.fromEntries(Object.entries(group).map(([name, value]) => [name, typeof value === "function" ? guard(value) : value]));
      return new Instance(module, Object.fromEntries(Object.entries(imports).map(([name, group]) => [name, guarded(group)])));
    };
    const extractor = await pith.createExtractor();
    const expected = extractor.extract(news);
    assert.equal(instances, 1);

    trapping = true;
    const error = await failsWith("trap", () => extractor.extract(news));
    assert.match(error.message, new RegExp(`page of ${news.length} bytes: unreachable$`));
    assert.ok(error.cause instanceof WebAssembly.RuntimeError);
    trapping = false;

    assert.deepEqual(extractor.extract(news), expected);
    assert.deepEqual(extractor.extract(news), expected);
    assert.equal(instances, 2);
  });
});
