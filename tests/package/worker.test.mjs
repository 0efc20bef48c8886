import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { installPackage, root, testPages } from "./installed.mjs";

const run = promisify(execFile);
const small = "<title>Small</title><p>There is one paragraph here.</p>";
const long = "<p>A paragraph of some words, again and again. ".repeat(300_000); // seconds of work
let installed;
let pages;
let createPool;
let PithError;
const open = [];

before(async () => {
  [installed, pages] = await Promise.all([installPackage(), testPages()]);
  ({ createPool, PithError } = await installed.load("pith/worker"));
});
after(() => installed?.remove());
afterEach(() => open.splice(0).forEach((pool) => pool.close()));

function poolOf(options) {
  const pool = createPool(options);
  open.push(pool);
  return pool;
}

/** Characters that JSON escapes, and those that a decoder might drop or stumble over. */
const awkward = `<title>A "gull" \\ a crane</title><p>\uFEFFIt begins with a byte order mark, "quoted" and back\\slashed.
<p>The next one holds all that is awkward, and is long enough to stay: \u0001 &#x7f; &amp;lt; — 漢字 \u{1F426}
<pre>\uFEFF\tone := gulls[0]\n\ttwo := "three" // and some more code\n\treturn one, two\n</pre>
<p>And this is the last of all paragraphs, so that the code stands between two of them.`;

const aborted = ({ name, code, cause }) => [name, code, cause];
const failureOf = (promise) => promise.then(() => assert.fail("no error"), (error) => error);

/** A web worker's interface over a thread that runs `code` in place of Pith's worker. */
function otherWorker(code) {
  const thread = new Worker(code, { eval: true });
  return {
    postMessage: (message) => thread.postMessage(message),
    terminate: () => thread.terminate(),
    addEventListener(name, listener) {
      if (name === "message") thread.on("message", (data) => listener({ data }));
      if (name === "error") {
        thread.on("error", (error) => listener({ message: error.message, preventDefault() {} }));
        thread.on("exit", (code) => listener({ message: `exit ${code}`, preventDefault() {} }));
      }
    },
  };
}

describe("a pool", () => {
  test("gives for every test page what pith gives", async () => {
    const { extract, extractText } = await installed.load();
    const pool = poolOf({ size: 2 });
    const options = { url: "https://pages.example/", outputs: ["html", "markdown", "text", "tree"], explain: true };
    await Promise.all(pages.map(async ({ name, bytes }) => assert.deepEqual(await pool.extract(bytes, options), await extract(bytes, options), name)));
    const lines = "Home\nA line that is long enough to be a paragraph of its own, with a comma and a full stop.\nMore";
    assert.deepEqual(await pool.extractText(lines), await extractText(lines));
  });

  test("gives, by way of JSON, the characters that pith takes from the core as they are", async () => {
    const { extract } = await installed.load();
    const options = { explain: true, outputs: ["html", "markdown", "text", "tree"] };
    const article = await extract(awkward, options);
    assert.match(article.text, /"quoted" and back\\slashed/);
    assert.match(article.html, /\uFEFF/);
    assert.deepEqual(Object.entries(await poolOf({ size: 1 }).extract(awkward, options)), Object.entries(article), "and in the same order");
  });

  test("gives up a page that takes longer than its time, and does the others", async () => {
    const pool = poolOf({ size: 1, timeout: 30 });
    const slow = failureOf(pool.extract(long));
    const quick = pool.extract(small, {}, { timeout: 60_000 });
    const error = await slow;
    assert.ok(error instanceof PithError);
    assert.deepEqual({ code: error.code, message: error.message }, { code: "timeout", message: `a page of ${long.length} characters took longer than 30 ms` });
    assert.equal((await quick).title, "Small");
  });

  test("gives up a page whose signal aborts, whether it waits or is at work, as extract does", async () => {
    const pool = poolOf({ size: 1 });
    const [atWork, waiting] = [new AbortController(), new AbortController()];
    const first = failureOf(pool.extract(long, {}, { signal: atWork.signal }));
    const second = failureOf(pool.extract(small, {}, { signal: waiting.signal }));
    const third = pool.extract(small);
    waiting.abort("not wanted");
    assert.deepEqual(aborted(await second), ["PithError", "aborted", "not wanted"]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    atWork.abort("enough");
    assert.deepEqual(aborted(await first), ["PithError", "aborted", "enough"]);
    assert.equal((await third).title, "Small");
    const signal = AbortSignal.abort("before");
    assert.deepEqual(aborted(await failureOf(pool.extract(small, {}, { signal }))), ["PithError", "aborted", "before"]);
    const outcomes = [];
    for await (const { error } of pool.extractAll([{ content: small }], { signal })) outcomes.push(aborted(error));
    assert.deepEqual(outcomes, [["PithError", "aborted", "before"]]);
  });

  test("replaces a worker that dies, which costs the page that it had and no other", async () => {
    const dying = `const { parentPort } = require("node:worker_threads");
      parentPort.on("message", ({ kind, page }) => {
        if (page === "deadly") process.exit(3);
        parentPort.postMessage(kind === "start" ? { kind: "started" } : { kind: "done", json: JSON.stringify({ title: page }) });
      });`;
    const pool = poolOf({ size: 2, worker: () => otherWorker(dying) });
    const names = ["a", "b", "deadly", "c", "d", "deadly", "e"];
    const found = await Promise.all(names.map((name) => pool.extract(name).then(({ title }) => title, ({ code }) => code)));
    assert.deepEqual(found, ["a", "b", "worker-failed", "c", "d", "worker-failed", "e"]);
  });

  test("says why it cannot start: a core that is missing, a worker that is none of Pith's", async () => {
    const wasm = pathToFileURL(join(installed.project, "none.wasm"));
    const missing = await failureOf(poolOf({ size: 1, wasm }).extract(small));
    assert.equal(missing.code, "load-failed");
    assert.match(missing.message, /none\.wasm/);
    const stranger = `require("node:worker_threads").parentPort.on("message", () => require("node:worker_threads").parentPort.postMessage("hello"))`;
    assert.equal((await failureOf(poolOf({ worker: () => otherWorker(stranger) }).extract(small))).code, "worker-failed");
  });

  test("gives up a worker that does not start, after a minute that is none of the page's time, and ends it", async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    const ended = [];
    const deaf = () => ({ postMessage() {}, terminate: () => void ended.push(true), addEventListener() {} });
    const failure = failureOf(poolOf({ size: 1, timeout: 50, worker: deaf }).extract(small));
    context.mock.timers.tick(59_000);
    const early = await Promise.race([failure, "none yet"]);
    context.mock.timers.tick(1_000);
    const { name, code, message } = await failure;
    assert.deepEqual([early, name, code, message, ended.length], ["none yet", "PithError", "worker-failed", "the worker did not start within 60 s", 1]);
  });

  test("ends every worker that it leaves: one that failed while it was idle, one whose answer comes as the pool is closed", async () => {
    const workers = [];
    const scripted = () => {
      const listeners = {};
      const worker = {
        ended: false,
        emit: (name, event) => listeners[name]?.(event),
        postMessage: ({ kind }) => queueMicrotask(() => worker.emit("message", { data: kind === "start" ? { kind: "started" } : { kind: "done", json: '{"title":"Done"}' } })),
        terminate: () => void (worker.ended = true),
        addEventListener: (name, listener) => void (listeners[name] = listener),
      };
      workers.push(worker);
      return worker;
    };
    const pool = poolOf({ size: 1, worker: scripted });
    await pool.extract(small);
    workers[0].emit("error", { message: "broken", preventDefault() {} });
    assert.equal((await pool.extract(small)).title, "Done");
    assert.deepEqual(workers.map(({ ended }) => ended), [true, false]);
    const { emit } = workers[1];
    const last = pool.extract(small);
    workers[1].emit = (...event) => (emit(...event), pool.close());
    await last.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(workers.map(({ ended }) => ended), [true, true]);
  });

  test("hands bytes over where it may, and copies them otherwise", async () => {
    const pool = poolOf({ size: 1 });
    const bytes = new TextEncoder().encode(small);
    await pool.extract(bytes);
    assert.equal(bytes.length, small.length);
    assert.equal((await pool.extract(bytes, {}, { transfer: true })).title, "Small");
    assert.equal(bytes.length, 0);
  });

  test("refuses bytes that are gone, also those that go while they wait, and does the others", { timeout: 20_000 }, async () => {
    for (const size of [1, 2]) {
      const pool = poolOf({ size });
      const bytes = new TextEncoder().encode(small);
      const given = [{ transfer: true }, { transfer: true }, {}].map((limits) => pool.extract(bytes, {}, limits).then(({ title }) => title, ({ code }) => code));
      assert.deepEqual((await Promise.all(given)).sort(), ["Small", "bad-input", "bad-input"]);
      const later = await failureOf(pool.extract(bytes, {}, { transfer: true }));
      assert.deepEqual([later.name, later.code], ["PithError", "bad-input"]);
      assert.equal((await pool.extract(small)).title, "Small");
    }
  });

  test("refuses by name what cannot be sent to a worker", async () => {
    const pool = poolOf({ size: 1 });
    const shared = new Uint8Array(new SharedArrayBuffer(100)); // nobody's to hand over
    const error = await failureOf(pool.extract(shared, {}, { transfer: true }));
    assert.deepEqual([error.name, error.code], ["PithError", "bad-input"]);
    assert.match(error.message, /^page cannot be sent to a worker: /);
    assert.equal((await pool.extract(small)).title, "Small");
  });

  test("takes a time that no timer counts for no limit", async () => {
    for (const timeout of [Number.POSITIVE_INFINITY, 2 ** 31, 30 * 24 * 60 * 60 * 1000]) {
      assert.equal((await poolOf({ size: 1, timeout }).extract(small)).title, "Small", `${timeout} ms`);
    }
  });

  test("names the argument that is wrong", async () => {
    assert.throws(() => createPool(null), { code: "bad-input", message: /^options must be an object, not Null/ });
    assert.throws(() => createPool({ signal: {} }), { code: "bad-input", message: /^signal must be an AbortSignal/ });
    for (const size of [0, 1.5, "2", Number.POSITIVE_INFINITY]) assert.throws(() => createPool({ size }), { code: "bad-input", message: /^options\.size must be a positive whole number/ });
    assert.throws(() => createPool({ sise: 2 }), { code: "bad-input", message: 'options must be an object of size, timeout, signal, wasm, worker, not "sise"' });
    assert.throws(() => createPool({ timeout: 0 }), { code: "bad-input", message: /^options\.timeout must be a number above 0/ });
    const pool = poolOf();
    assert.equal((await failureOf(pool.extract(17))).code, "bad-input");
    assert.equal((await failureOf(pool.extract("", { outputs: ["pdf"] }))).code, "bad-input");
    const late = await failureOf(pool.extract("", {}, { timeout: -1 }));
    assert.deepEqual([late.code, late.message], ["bad-input", "limits.timeout must be a number above 0, not Number"]);
    assert.equal((await failureOf(pool.extract("", {}, { timout: 5 }))).message, 'limits must be an object of signal, timeout, transfer, not "timout"');
    assert.equal((await failureOf(pool.extract("", {}, null))).code, "bad-input");
  });

  test("refuses limits among the options, where they would do nothing", async () => {
    const pool = poolOf();
    for (const [name, value] of [["signal", new AbortController().signal], ["timeout", 10], ["transfer", true]]) {
      const error = await failureOf(pool.extract(small, { [name]: value }));
      assert.deepEqual([error.code, error.message], ["bad-input", `options.${name} is a limit of the pool's: it belongs in the argument after the options`]);
      assert.equal((await failureOf(pool.extractText(small, { [name]: value }))).code, "bad-input");
    }
    assert.equal((await pool.extract(small, { signal: undefined })).title, "Small");
  });

  test("that is closed, or whose signal aborts, fails what is not done and what comes later", async () => {
    const pool = poolOf({ size: 1 });
    const unfinished = [failureOf(pool.extract(long)), failureOf(pool.extract(small))];
    pool.close();
    for (const failure of [...unfinished, failureOf(pool.extract(small))]) assert.equal((await failure).code, "closed");
    const controller = new AbortController();
    const other = failureOf(poolOf({ signal: controller.signal }).extract(long));
    controller.abort("enough");
    assert.deepEqual(aborted(await other), ["PithError", "aborted", "enough"]);
    assert.deepEqual(aborted(await failureOf(poolOf({ signal: controller.signal }).extract(small))), ["PithError", "aborted", "enough"]);
  });

  test("does not keep a Node program from ending", async () => {
    const code = `import { createPool } from "pith/worker"; console.log((await createPool().extract("<title>Hi</title>")).title)`;
    assert.equal((await run(process.execPath, ["--input-type=module", "-e", code], { cwd: installed.project, timeout: 20_000 })).stdout, "Hi\n");
  });
});

describe("extractAll", () => {
  test("gives an outcome for each page, in their order, and failures among them", async () => {
    const pool = poolOf({ size: 2 });
    const error = new PithError("unreadable", "no such file");
    const given = [{ content: small, name: "a" }, { content: 17, name: "b" }, { error, name: "c" }, { content: "<title>D</title>", name: "d" }];
    const found = [];
    for await (const { page, article, error } of pool.extractAll(given)) found.push([page.name, article?.title ?? error.code]);
    assert.deepEqual(found, [["a", "Small"], ["b", "bad-input"], ["c", "unreadable"], ["d", "D"]]);
  });

  test("has an outcome, and nothing that ends the program, for pages that are no objects", async () => {
    const found = [];
    for await (const { page, error } of poolOf({ size: 2 }).extractAll(["<p>a", "<p>b", null])) found.push([page, error.code, error.message]);
    assert.deepEqual(found, [
      ["<p>a", "bad-input", 'page must be an object, not "<p>a"'],
      ["<p>b", "bad-input", 'page must be an object, not "<p>b"'],
      [null, "bad-input", "page must be an object, not Null"],
    ]);
  });

  test("has an outcome for a page that fails where its content is asked for", async () => {
    const broken = { get content() { throw new Error("the disk is gone"); } };
    const outcomes = [];
    for await (const { error } of poolOf({ size: 1 }).extractAll([broken])) outcomes.push([error.code, error.message]);
    assert.deepEqual(outcomes, [["bad-input", "page cannot be read: the disk is gone"]]);
  });

  test("gives an outcome as soon as it is there, however long the next page takes to come", { timeout: 20_000 }, async () => {
    let come;
    const wanted = new Promise((resolve) => (come = resolve));
    async function* slow() {
      yield { content: "<title>One</title>" };
      await wanted;
      yield { content: "<title>Two</title>" };
    }
    const titles = [];
    for await (const { article } of poolOf({ size: 2 }).extractAll(slow())) {
      titles.push(article.title);
      come();
    }
    assert.deepEqual(titles, ["One", "Two"]);
  });

  test("has several pages at work at a time", async () => {
    let [working, most] = [0, 0];
    const counting = async function* () {
      for (let i = 0; i < 20; i++) yield { get content() { most = Math.max(most, ++working); return small; } };
    };
    for await (const { article } of poolOf({ size: 2 }).extractAll(counting())) {
      assert.equal(article.title, "Small");
      working--;
    }
    assert.ok(most >= 4 && most <= 8, `${most} at a time`);
  });

  test("gives the outcomes of all pages before the one that breaks off", async () => {
    async function* breaking() {
      yield { content: small };
      yield { content: small };
      throw new Error("the disk is gone");
    }
    const titles = [];
    await assert.rejects(async () => {
      for await (const { article } of poolOf({ size: 1 }).extractAll(breaking())) titles.push(article.title);
    }, { message: "the disk is gone" });
    assert.deepEqual(titles, ["Small", "Small"]);
  });

  test("that is left closes where its pages come from, without waiting for a page that does not come", { timeout: 20_000 }, async () => {
    const closed = [];
    async function* pagesOf(name, next) {
      try {
        yield { content: small };
        await next;
        for (;;) yield { content: small };
      } finally {
        closed.push(name);
      }
    }
    const pool = poolOf({ size: 1 });
    for await (const outcome of pool.extractAll(pagesOf("ready"))) if (outcome.article.title === "Small") break;
    assert.deepEqual(closed, ["ready"]);
    let come;
    for await (const outcome of pool.extractAll(pagesOf("slow", new Promise((resolve) => (come = resolve))))) if (outcome.article.title === "Small") break;
    come();
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(closed, ["ready", "slow"]);
  });

  test("takes no more pages than it gives outcomes, but for a few", async () => {
    const pool = poolOf({ size: 2 });
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken++;
        yield { content: small };
      }
    }
    let given = 0;
    for await (const { article } of pool.extractAll(endless())) {
      assert.equal(article.title, "Small");
      assert.ok(taken - given <= pool.size * 4, `${taken} taken, ${given} given`);
      if (++given === 50) break;
    }
  });
});

describe("types", () => {
  /** Checks a program in full, the package's declarations and those of its libraries included. */
  async function check(name, program, options) {
    const config = join(installed.project, `${name}.json`);
    await writeFile(join(installed.project, `${name}.mts`), program);
    const typeRoots = [join(root, "node_modules/@types")];
    const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: false, target: "es2022", module: "nodenext", typeRoots, types: [], ...options };
    await writeFile(config, JSON.stringify({ compilerOptions, files: [`${name}.mts`] }));
    await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", config]).catch((error) => assert.fail(error.stdout));
  }

  for (const document of ["docs/many-pages.md", "docs/environments.md"]) {
    test(`of the loop in ${document} check in a Node program that knows nothing of the DOM`, async () => {
      const [, example] = /^```(?:js)?\n([^`]*extractAll[^`]*)^```/m.exec(await readFile(join(root, document), "utf8"));
      await check(document.replace(/\W/g, "_"), example, { lib: ["es2023"], types: ["node"] });
    });
  }

  test("of articles and options are there by their names, whichever entry they are asked of", async () => {
    const names = [...(await readFile(join(installed.folder, "dist/package/types.d.ts"), "utf8")).matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
    assert.ok(names.includes("OtherArticle"));
    const lines = ["pith", "pith/inline", "pith/worker"].map((entry) => `export type { ${[...names, "LivePage", "PageInput"].map((name) => `${name} as ${name}_${entry.replace(/\W/, "_")}`).join(", ")} } from "${entry}";\n`);
    await check("names", lines.join(""), { lib: ["es2023"], types: ["node"] });
  });

  test("of signals and workers are the web's, or what a program has in their place", async () => {
    const program = `import { createPool, type AbortState, type PoolPage, type WebWorker } from "pith/worker";
      declare const own: WebWorker;
      declare const state: AbortState;
      export const pool = createPool({ signal: state, worker: () => own });
      export const codeOf = (page: PoolPage): string | undefined => page.error?.code;
      export const run = () => pool.extract("", {}, { signal: state });
      // @ts-expect-error: a signal is no option of the page's
      export const wrong = () => pool.extract("", { signal: state });\n`;
    await check("any_program", program + "declare global { interface URL { readonly href: string } }", { lib: ["es2022"] });
    const web = `import { createPool } from "pith/worker";
      export const pool = createPool({ signal: AbortSignal.timeout(1), worker: () => new Worker("/worker_script.js", { type: "module" }) });\n`;
    await check("web_program", web, { lib: ["es2022", "dom"] });
  });
});
