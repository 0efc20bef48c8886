import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const tools = fileURLToPath(new URL("../../wasm/tools/", import.meta.url));
const python = ["/usr/bin/python3", "python3"].find((name) => spawnSync(name, ["--version"]).status === 0);
const skip = python === undefined ? "python3 is not installed" : false;
const work = mkdtempSync(join(tmpdir(), "pith-pages-"));
after(() => rmSync(work, { recursive: true, force: true }));

/** Generates pages and returns them by file name. */
function generate(folder, seed, count) {
  const out = join(work, folder);
  const args = ["-B", "-m", "pages", "--seed", String(seed), "--count", String(count), "--out", out];
  const { status, stderr } = spawnSync(python, args, { cwd: tools, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return new Map(readdirSync(out).sort().map((name) => [name, readFileSync(join(out, name), "utf8")]));
}

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": " " };

/** The visible text of a generated page; its markup is our own, so patterns suffice. */
function visibleText(html) {
  return html
    .slice(html.indexOf("<body"))
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? assert.fail(`unknown entity ${entity}`));
}

const bare = (text) => text.replaceAll(/\s+/g, "");

test("the same seed gives the same bytes, another seed other pages", { skip }, () => {
  const first = generate("first", 7, 20);
  assert.equal(first.size, 40);
  assert.deepEqual(generate("second", 7, 20), first);
  assert.notEqual(generate("third", 8, 1).get("0000.html"), first.get("0000.html"));
});

test("the labelled blocks are the page's visible text, whole and in order", { skip }, () => {
  const pages = generate("blocks", 11, 40);
  for (const [name, html] of pages) {
    if (!name.endsWith(".html")) continue;
    const { blocks } = JSON.parse(pages.get(name.replace(".html", ".json")));
    assert.equal(bare(visibleText(html)), bare(blocks.map((block) => block.text).join("")), name);
  }
});

test("every page has a title and content, most have chrome, and there are only known labels", { skip }, () => {
  const known = new Set(["content", "chrome", "title", "byline", "caption"]);
  const types = new Set();
  let pages = 0;
  let pushing = 0;
  for (const [name, text] of generate("labels", 13, 150)) {
    if (!name.endsWith(".json")) continue;
    const page = JSON.parse(text);
    types.add(page.type);
    const labels = new Set(page.blocks.map((block) => block.label));
    assert.ok(labels.has("content") && labels.has("title"), name);
    pages += 1;
    pushing += labels.has("chrome") ? 1 : 0;
    assert.deepEqual([...labels].filter((label) => !known.has(label)), [], name);
  }
  assert.ok(pushing > 0.8 * pages && pushing < pages, `${pushing} of ${pages} pages have chrome`);
  assert.deepEqual([...types].sort(), ["article", "collection", "documentation", "forum", "listing", "product", "service"]);
});
