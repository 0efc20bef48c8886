import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { before, describe, it } from "node:test";
import { JSDOM } from "jsdom";
import { load } from "../support/load.mjs";

const pages = new URL("../pages/", import.meta.url);
const wasm = new URL("../../build/wasm/pith_core.wasm", import.meta.url);

/** Text as a receipt has it: no white space at all, since blocks differ in where they have it; nor signs that the core has in place of control characters. */
const bare = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");

describe("the snapshot of a page", () => {
  let snapshotOf, extract;
  before(async () => {
    const loaded = await load("web/src/capture/snapshot.ts", "web/src/core.ts", "web/src/load.ts", "web/src/run.ts");
    snapshotOf = loaded.snapshotOf;
    const core = loaded.createCore(await loaded.loadWasm(await readFile(wasm)));
    extract = (content) => loaded.run(core, { content, snapshot: true }, { outputs: ["tree"], explain: true });
  });

  it("lists the elements as the core counts them", async () => {
    let compared = 0;
    for (const name of readdirSync(pages)) {
      const html = await readFile(new URL(`${name}/page.html`, pages), "utf8").catch(() => undefined);
      if (html === undefined) continue;
      const { document } = new JSDOM(html, { url: "https://pier.example/page" }).window;
      const elements = [];
      const { removed } = extract(snapshotOf(document, { elements }));
      for (const { element, text } of removed) {
        if (/shadowrootmode/.test(html)) continue; // its content is not below it
        const start = bare(text).slice(0, 12);
        assert.ok(bare(elements[element]?.textContent ?? "").includes(start), `${name}: element ${element} has ${start}`);
        compared++;
      }
    }
    assert.ok(compared > 100, `${compared} receipts`);
  });

  it("counts no element that is deeper than the core looks", () => {
    const { document } = new JSDOM(`<!DOCTYPE html><title>T</title>${"<div>".repeat(300)}<p>deep</p>${"</div>".repeat(300)}<p id="last">After all of them</p>`).window;
    const elements = [];
    const { removed, warnings, tree } = extract(snapshotOf(document, { elements }));
    assert.ok(warnings.includes("depth-limit"));
    const places = [...removed.map(({ element }) => element), ...[...JSON.stringify(tree).matchAll(/"data-pith-element":"(\d+)"/g)].map(([, place]) => Number(place))];
    assert.ok(places.some((place) => elements[place]?.id === "last"), JSON.stringify(places));
  });

  it("of an element has that element alone in the body", () => {
    const { document } = new JSDOM(`<!DOCTYPE html><title>T</title><p>Before it</p><div id="part"><p>The part itself, which is all that is wanted.</p></div>`).window;
    const elements = [];
    const stream = snapshotOf(document.querySelector("#part"), { elements });
    assert.ok(!stream.includes("Before it"));
    assert.deepEqual(elements.map(({ localName }) => localName), ["html", "head", "title", "body", "div", "p"]);
  });
});
