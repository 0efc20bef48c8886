// The walls behind the core, each alone: the view is given trees as if the core passed every attack on as it is.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";

import { engines, serveNothing } from "./engines.mjs";
import { article, hostileArticles } from "./hostile_trees.mjs";
import { lists } from "./lists.mjs";
import { asAsked, imagesOf } from "./outputs.mjs";
import { describeVector, summary } from "./report.mjs";
import { makeVectors } from "./vectors.mjs";
import { bundleView } from "./view.mjs";

const kBatch = 100; // views on one page
const wire = readFileSync(new URL("wire.js", import.meta.url), "utf8");

// The sanitizer knows attributes by name, whatever the element: MathML's `open` is one of `<details>`, too. `is` it can only empty.
const ofSanitizer = { ...lists.hostile, attributes: [...lists.hostile.attributes, "open", "is"], idPrefix: "", anyNamespace: true };

const walls = [
  { name: "the view's own wall alone stops every attack", path: "/page", wall: true, sanitizes: false, list: lists.hostile },
  { name: "the view's own wall alone stops every attack where Trusted Types are enforced", path: "/trusted", wall: true, sanitizes: false, list: lists.hostile },
  { name: "the sanitizer alone stops every attack", path: "/page", wall: false, sanitizes: true, list: ofSanitizer },
  { name: "the view's own wall alone stops every attack below the window", path: "/page", wall: true, sanitizes: false, list: lists.hostile, below: true },
  { name: "the sanitizer alone stops every attack below the window", path: "/page", wall: false, sanitizes: true, list: ofSanitizer, below: true },
  { name: "both stop every attack where Trusted Types are enforced", path: "/trusted", wall: true, sanitizes: true, list: lists.hostile },
];

/** The same as the end of an article whose beginning is on the screen before the rest is made. */
function belowWindow({ id, article: { tree, ...others } }) {
  const [tag, attributes, ...blocks] = tree;
  return { id, article: { ...others, tree: [tag, attributes, ...Array.from({ length: 140 }, () => ["p", {}, "Above."]), ...blocks] } };
}

for (const engineName of ["chromium", "firefox"]) {
  describe(`walls behind the core in ${engineName}`, { timeout: 300_000 }, () => {
    let server, engine, vectors, articles;
    before(async () => {
      server = await serveNothing();
      vectors = makeVectors(server.origin);
      articles = hostileArticles(vectors);
      engine = await engines[engineName]();
    });
    after(() => Promise.all([engine?.close(), server?.close()]));

    for (const { name, path, wall, sanitizes, list, below } of walls) {
      it(name, async () => {
        const problems = [];
        const view = await bundleView({ wall });
        for (let at = 0; at < articles.length; at += kBatch) {
          const batch = articles.slice(at, at + kBatch).map(below ? belowWindow : (each) => each);
          await engine.open(server.origin + path, [wire, view]);
          engine.requests.length = server.requests.length = engine.events.length = 0;
          for (const [id, , what] of await engine.run("(batch, list, sanitize) => wire.mount(batch, { view: list }, sanitize)", batch, list, sanitizes ? "yes" : "no")) problems.push(`${what}\n    at ${describeVector(vectors[id])}`);
          await engine.settle();
          problems.push(...(await engine.run("() => wire.tripped")).map((what) => `ran: ${vectors[what] ? describeVector(vectors[what]) : what}`), ...engine.events);
          const images = batch.flatMap((each) => imagesOf(each.article.tree)).filter((address) => URL.canParse(address, server.origin));
          const allowed = new Set(images.map((address) => asAsked(new URL(address, `${server.origin}${path}`).href)));
          const asked = [...engine.requests, ...server.requests.map((each) => server.origin + each)].filter((address) => !address.startsWith("data:"));
          problems.push(...asked.filter((address) => !allowed.has(asAsked(address))).map((address) => `asked for ${address}`));
        }
        assert.equal(problems.length, 0, summary(problems));
      });
    }

    // The last: what it opens is not to be trusted with another test.
    it("without both, attacks run", async () => {
      await engine.open(`${server.origin}/page`, [wire, await bundleView({ wall: false })]);
      const tree = ["article", {}, ["script", {}, "trip('a script')"], ["img", { src: "x", onerror: "trip('a handler')" }]];
      await engine.run("(batch, list) => wire.mount(batch, { view: list }, 'no')", [{ id: 0, article: { ...article, tree } }], lists.hostile);
      for (let wait = 0; wait < 50 && (await engine.run("() => wire.tripped")).length < 2; wait++) await engine.settle();
      assert.deepEqual((await engine.run("() => wire.tripped")).sort(), ["a handler", "a script"]);
    });
  });
}
