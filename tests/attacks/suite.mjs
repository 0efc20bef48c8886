// Every attack, extracted and shown in an engine: nothing may run, nothing may be asked for, nothing may be there that is not listed.
// The page has no content policy that could be what saves it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";

import { serveNothing } from "./engines.mjs";
import { lists } from "./lists.mjs";
import { asAsked, extractAll, imagesOf, viewed } from "./outputs.mjs";
import { describeVector, summary } from "./report.mjs";
import { makeVectors } from "./vectors.mjs";
import { bundleView } from "./view.mjs";

const kBatch = 300; // outputs on one page
const wire = readFileSync(new URL("wire.js", import.meta.url), "utf8");

/**
 * Registers the tests for one engine.
 * @param {string} name
 * @param {() => Promise<object>} start see engines.mjs
 * @param {object} [options]
 * @param {boolean} [options.render] show what Markdown becomes, too
 * @param {boolean} [options.view] show articles in the reader view, too
 * @param {string | false} [options.skip] why the engine is not there
 * @param {boolean} [options.loads] the engine loads images, so that what they run can run
 */
export function testAttacks(name, start, { render = true, view = true, loads = true, skip = false } = {}) {
  describe(`attacks in ${name}`, { timeout: 550_000, skip }, () => {
    let server, vectors, results, scripts, engine;

    before(async () => {
      server = await serveNothing();
      vectors = makeVectors(server.origin);
      results = await extractAll(vectors, server.origin, { render }); // keeps this process busy: a browser that starts meanwhile seems not to
      [scripts, engine] = await Promise.all([bundleView(), start()]);
    });
    after(() => Promise.all([engine?.close(), server?.close()]));

    /** Opens a page for each batch, calls `act` on it, and gives back what happened there beyond what may. */
    async function tryAll(items, act) {
      const problems = [];
      for (let at = 0; at < items.length; at += kBatch) {
        const batch = items.slice(at, at + kBatch);
        await engine.open(`${server.origin}/page`, [wire, scripts]);
        engine.requests.length = server.requests.length = engine.events.length = 0;
        for (const [id, output, what] of await act(batch)) problems.push(`${output}: ${what}\n    ${describeVector(vectors[id])}`);
        await engine.settle();
        for (const what of await engine.run("() => wire.tripped")) problems.push(`ran: ${vectors[what] ? describeVector(vectors[what]) : what}`);
        const allowed = new Set(batch.flatMap(({ article }) => imagesOf(article.tree)).filter((address) => URL.canParse(address)).map(asAsked));
        const asked = new Set([...engine.requests, ...server.requests.map((path) => server.origin + path)].filter((address) => !address.startsWith("data:")));
        for (const address of asked) if (!allowed.has(asAsked(address))) problems.push(`asked for ${address}`);
        problems.push(...engine.events);
      }
      return problems;
    }

    it("neither HTML nor Markdown runs, loads, clobbers or changes when it is read again", async () => {
      const items = results.map(({ vector, article, rendered }) => ({ article, output: { id: vector.id, html: article.html, tree: article.tree, rendered } }));
      const problems = await tryAll(items, (batch) => engine.run("(batch, lists) => wire.run(batch, lists)", batch.map(({ output }) => output), lists));
      assert.equal(problems.length, 0, summary(problems));
    });

    const mount = (batch, sanitize) => engine.run("(batch, lists, sanitize) => wire.mount(batch, lists, sanitize)", batch, lists, sanitize);

    it("the reader view neither runs nor loads anything but the article's images", { skip: !view }, async () => {
      const problems = await tryAll(viewed(results), (batch) => mount(batch, "no"));
      assert.equal(problems.length, 0, summary(problems));
    });

    it("the reader view's sanitizer finds nothing to take away", { skip: !view }, async () => {
      const some = viewed(results).filter((_, index) => index % 6 === 0);
      const problems = await tryAll(some, (batch) => mount(batch, "compare"));
      assert.equal(problems.length, 0, summary(problems));
    });

    // The last, since a page with attacks on it is not to be trusted with another test.
    it("the wire is tripped by attacks as they are", async () => {
      const raw = vectors.filter(({ kind }) => ["handler spelling", "request", "style"].includes(kind)).map(({ id, markup }) => ({ id, html: markup }));
      await engine.open(`${server.origin}/page`, [wire]);
      engine.requests.length = server.requests.length = 0;
      const found = await engine.run("(batch, lists) => wire.run(batch, lists)", raw, lists);
      assert.ok(new Set(found.map(([id]) => id)).size > 150, "too few are against the lists");
      if (!loads) return;
      const fired = async () => new Set(await engine.run("() => wire.tripped")).size;
      for (let wait = 0; wait < 50 && (await fired()) <= 15; wait++) await engine.settle();
      assert.ok((await fired()) > 15, `only ${await fired()} ran`);
      assert.ok([...engine.requests, ...server.requests].some((address) => address.includes("/evil/")), "nothing was asked for");
    });
  });
}
