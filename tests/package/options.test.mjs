import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { kNativeCommand } from "../../scripts/layout.mjs";
import { doms, pageWith, paragraphs } from "./documents.mjs";
import { installPackage } from "./installed.mjs";

const run = promisify(execFile);
const url = "https://pier.example/news/gulls";
const comments = '<section class="comments"><h2>Comments</h2><div><p>I saw four hundred of them on the roof of my house, and they would not leave.</p></div></section>';
const page = pageWith({
  before: '<div class="promo">Subscribe to our newsletter for more gulls</div>',
  body: `${paragraphs}<p class="lead">So says <a href="/warden">the warden</a>, who has seen more gulls than anybody else on this coast, and counted them.</p>
    <table><tr><th>Day<th>Gulls<tr><td>Monday<td>412</table>${paragraphs.replaceAll("gulls", "terns").replaceAll("Nobody", "Hardly anybody").replaceAll("early", "late")}`,
  after: comments,
});

let installed;
let pith;

before(async () => {
  installed = await installPackage();
  pith = await installed.load();
});
after(() => installed?.remove());

/** What a promise or a function fails with. */
const failureOf = async (work) => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing failed");
};

describe("options", () => {
  const cases = [
    [{ mode: "precision" }, ["--mode", "precision"]],
    [{ mode: "recall" }, ["--mode=recall"]],
    [{ rules: { keep: [".promo"], remove: ["h1 ~ p:nth-child(2)", "table"] } }, ["--keep", ".promo", "--remove", "h1 ~ p:nth-child(2)", "--remove", "table"]],
    [{ rules: { root: "article" } }, ["--root", "article"]],
    [{ rules: { root: ".none" } }, ["--root", ".none"]],
    [{ keepClasses: true }, ["--keep-classes", "*"]],
    [{ links: false, images: false, tables: false }, ["--no-links", "--no-images", "--no-tables"]],
    [{ comments: true }, ["--comments"]],
  ];
  for (const [options, flags] of cases) {
    test(`${flags.join(" ")} gives the same bytes in the package and in both commands`, async () => {
      const file = join(installed.project, "page.html");
      await writeFile(file, page);
      const article = await pith.extract(page, { ...options, url, explain: true });
      for (const command of [kNativeCommand, installed.command]) {
        const { stdout } = await run(command, ["--format", "json", "--explain", "--url", url, ...flags, file]);
        assert.equal(stdout, `${JSON.stringify(article)}\n`, command);
      }
      if (options.mode === undefined) assert.notDeepEqual(article, await pith.extract(page, { url, explain: true }), "the option does something");
    });
  }

  test("rules hold for a document as for its HTML", async () => {
    const rules = { keep: ".promo", remove: "article p:last-child", root: "main" };
    const { text } = await pith.extract(page, { url, rules });
    assert.match(text, /Subscribe/);
    assert.equal((await pith.extract(doms.jsdom(page, url), { rules })).text, text);
  });

  test("ranges lead back into strings and bytes, whatever the encoding", async () => {
    const text = (node) => (typeof node === "string" ? node : node.slice(2).map(text).join(""));
    const rangesIn = (node) => (typeof node === "string" ? [] : [...(node[1]["data-pith-range"] ? [[text(node), node[1]["data-pith-range"].split("-").map(Number)]] : []), ...node.slice(2).flatMap(rangesIn)]);
    const all = ({ tree, removed }) => [...rangesIn(tree), ...removed.map((removal) => [removal.text, removal.range])];
    const options = { url, ranges: true, explain: true, outputs: ["tree"] };
    const strange = page.replace("<body>", "<body>\u{1F426} \u00e9\u00e8 &amp; ");
    const latin = strange.replace("\u{1F426}", "");
    const inputs = [
      [strange, (begin, end) => strange.slice(begin, end)],
      [Buffer.from(strange), (begin, end) => Buffer.from(strange).subarray(begin, end).toString()],
      [Buffer.from(`\ufeff${strange}`, "utf16le"), (begin, end) => Buffer.from(`\ufeff${strange}`, "utf16le").subarray(begin, end).toString("utf16le")],
      [Buffer.from(latin, "latin1"), (begin, end) => Buffer.from(latin, "latin1").subarray(begin, end).toString("latin1")],
    ];
    for (const [input, slice] of inputs) {
      const found = all(await pith.extract(input, { ...options, ...(input.length === latin.length && typeof input !== "string" && { charset: "latin1" }) }));
      assert.ok(found.length > 6);
      for (const [words, range] of found) {
        assert.ok(range, words);
        const there = slice(...range).replace(/<[^>]*>/g, " ").replaceAll("&amp;", "&");
        assert.ok([words.split(/\s/)[0], words.split(/\s/).at(-1)].every((word) => there.includes(word)), `${words} is not ${there}`);
      }
    }
    const unwanted = await pith.extract(page, { ...options, ranges: false });
    assert.doesNotMatch(JSON.stringify(unwanted), /range/);
    const live = await pith.extract(doms.jsdom(page, url), options);
    assert.doesNotMatch(JSON.stringify(live), /range/);
  });

  test("wrong ones are refused by name", async () => {
    for (const [options, message] of [
      [{ mode: "best" }, /^options\.mode must be one of .*, not "best"$/],
      [{ rules: "p" }, /^options\.rules must be an object/],
      [{ rules: { keep: [1] } }, /^options\.rules\.keep must be/],
      [{ keepClasses: [1] }, /^options\.keepClasses must be/],
      [{ links: 1 }, /^options\.links must be a boolean/],
      [{ signal: {} }, /^signal must be an AbortSignal, not Object$/],
      [{ output: ["markdown"] }, /^options must be an object of url, .*outputs, .*limits, signal, not "output"$/],
      [{ rules: { removes: "p" } }, /^options\.rules must be an object of keep, remove, root, not "removes"$/],
    ]) {
      const error = await failureOf(() => pith.extract(page, options));
      assert.equal(error.code, "bad-input");
      assert.match(error.message, message);
    }
    assert.equal((await failureOf(() => pith.extract(page, { rules: { root: "a >" } }))).code, "bad-rule");
    assert.ok(await pith.extract(page, { output: undefined, rules: { removes: undefined } }), "what is not given is not wrong");
  });

  test("half a pair of surrogates costs none of the characters after it", async () => {
    assert.equal((await pith.extract("<p>Text.", { url: "https://pier.example/\ud83d/a" })).url, "https://pier.example/\uFFFD/a");
    assert.equal((await pith.extract("<p>Text.", { url: "https://pier.example/\u{1F426}/a" })).url, "https://pier.example/\u{1F426}/a");
    const error = await failureOf(() => pith.extract(page, { rules: { remove: "\udc00>" } }));
    assert.match(error.message, /\uFFFD>$/);
  });
});

describe("inputs", () => {
  const responseOf = (body, type) => new Response(body, { headers: { "content-type": type } });

  test("a response says its encoding and whether it is plain text", async () => {
    const title = "Möwen";
    const latin = Buffer.from(pageWith({ head: "" }).replaceAll("Gulls return", title), "latin1");
    assert.match((await pith.extract(responseOf(latin, "text/html; charset=iso-8859-1"))).title, new RegExp(title));
    const lines = "A line that is long enough to be a paragraph of its own, with <b> in it, a comma and a full stop.";
    assert.equal((await pith.extract(responseOf(lines, "text/plain"))).text, (await pith.extractText(lines)).text);
  });

  test("a response that is no text is refused, and one that was read", async () => {
    const error = await failureOf(() => pith.extract(responseOf("x", "image/png")));
    assert.equal(error.code, "unsupported-type");
    assert.match(error.message, /image\/png/);
    const read = responseOf(page, "text/html");
    await read.text();
    assert.equal((await failureOf(() => pith.extract(read))).code, "bad-input");
    const locked = responseOf(page, "text/html");
    locked.body.getReader();
    assert.equal((await failureOf(() => pith.extract(locked))).code, "bad-input");
  });

  test("a response that breaks off says so, and why", async () => {
    for (const options of [{}, { signal: new AbortController().signal }]) {
      const cause = new TypeError("terminated");
      const body = new ReadableStream({ start: (stream) => stream.error(cause) });
      const error = await failureOf(() => pith.extract(responseOf(body, "text/html"), options));
      assert.deepEqual([error.name, error.code, error.message, error.cause], ["PithError", "unreadable", "the response broke off: terminated", cause]);
    }
  });

  test("bytes that were handed over to somebody else are refused by name", async () => {
    const extractor = await pith.createExtractor();
    const bytes = new TextEncoder().encode(page);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    for (const form of [bytes, bytes.buffer]) {
      for (const call of [pith.extract, pith.isProbablyReadable, extractor.extract]) {
        const error = await failureOf(() => call(form));
        assert.deepEqual([error.code, error.message], ["bad-input", "page was handed over already: of its bytes nothing is left"]);
      }
    }
    assert.equal((await pith.extract(new ArrayBuffer(0))).text, "", "of an empty page nothing was taken");
  });

  test("a signal that is aborted, before or meanwhile, rejects with its reason", async () => {
    const early = await failureOf(() => pith.extract(page, { signal: AbortSignal.abort("enough") }));
    assert.equal(early.code, "aborted");
    assert.equal(early.cause, "enough");
    const controller = new AbortController();
    const body = new ReadableStream({ pull: (stream) => { controller.abort(); stream.enqueue(new TextEncoder().encode(page)); stream.close(); } });
    assert.equal((await failureOf(() => pith.extract(responseOf(body, "text/html"), { signal: controller.signal }))).code, "aborted");
  });

  test("a signal ends the reading of a body that does not come, which is cancelled", async () => {
    for (const call of [pith.extract, pith.extractText, pith.isProbablyReadable]) {
      const controller = new AbortController();
      let cancelled;
      const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("<p>hello")), cancel: (reason) => void (cancelled = reason) });
      setTimeout(() => controller.abort("enough"), 20);
      const error = await failureOf(() => call(responseOf(body, "text/html"), { signal: controller.signal }));
      assert.deepEqual([error.name, error.code, error.cause, cancelled], ["PithError", "aborted", "enough", "enough"]);
    }
  });

  test("a signal that does not abort leaves a body whole, and has no listener left", async () => {
    const { signal } = new AbortController();
    const listeners = new Set();
    for (const [name, change] of [["addEventListener", "add"], ["removeEventListener", "delete"]]) signal[name] = (_, listener) => listeners[change](listener);
    const cut = Buffer.from(page);
    const body = new ReadableStream({ start: (stream) => [cut.subarray(0, 100), cut.subarray(100)].forEach((chunk) => stream.enqueue(chunk)) || stream.close() });
    assert.deepEqual(await pith.extract(responseOf(body, "text/html"), { signal }), await pith.extract(cut));
    assert.equal(listeners.size, 0);
  });

  test("a signal ends the waiting for a core that does not come", async () => {
    const code = `import { extract } from "pith";
      process.getBuiltinModule("node:fs/promises").readFile = () => new Promise(() => {});
      setTimeout(() => {}, 10_000);
      await extract("<p>hello", { signal: AbortSignal.timeout(20) }).catch(({ code }) => console.log(code));
      process.exit();`;
    assert.equal((await run(process.execPath, ["--input-type=module", "-e", code], { cwd: installed.project })).stdout, "aborted\n");
  });

  test("the probe tells articles from menus, whatever form they have", async () => {
    const article = pageWith({ body: pageWith().match(/<p>.*<\/p>/s)[0].repeat(2) });
    const menu = `<ul>${'<li><a href="/">A headline that leads to another page of the site</a></li>'.repeat(100)}</ul>`;
    for (const form of [(html) => html, (html) => new TextEncoder().encode(html), (html) => doms.jsdom(html), (html) => responseOf(html, "text/html")]) {
      assert.equal(await pith.isProbablyReadable(form(article)), true);
      assert.equal(await pith.isProbablyReadable(form(menu)), false);
    }
  });
});

test("a result is plain data that survives structuredClone", async () => {
  const article = await pith.extract(page, { url, outputs: ["html", "markdown", "text", "tree"], explain: true });
  assert.deepEqual(structuredClone(article), article);
  assert.deepEqual(JSON.parse(JSON.stringify(article)), article);
});

test("an extractor gives its memory back and goes on", async () => {
  const extractor = await pith.createExtractor();
  const { text } = extractor.extract(page);
  extractor.free();
  assert.equal(extractor.extract(page).text, text);
  extractor[Symbol.dispose]();
  assert.equal(extractor.extract(page).text, text);
});
