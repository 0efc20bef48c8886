// Orders and numbers that scripts have of the core: what holds there holds here, or a value put into the midst of an enumeration would give wrong answers unsaid.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { load } from "../support/load.mjs";

const source = (path) => readFileSync(new URL(`../../wasm/${path}`, import.meta.url), "utf8").replace(/\/\/.*/g, "");
/** The names of an enumeration of the core, in its order, or the fields of a structure. */
const namesIn = (text, kind, name) => {
  const [, body] = new RegExp(`${kind} ${name}\\b[^{]*\\{([^}]*)\\}`).exec(text);
  return kind === "struct" ? [...body.matchAll(/(\w+)(?=[,;])/g)].map(([word]) => word) : [...body.matchAll(/k(\w+)/g)].map(([, word]) => word);
};
const numberOf = (text, name) => Number(new RegExp(`\\b${name} = (\\d+)`).exec(text)[1]);

describe("the scripts' numbers are the core's", () => {
  let scripts;
  before(async () => {
    const [shared, full] = await Promise.all([
      load("web/src/options.ts", "web/src/capture/snapshot.ts", "web/bookmarklet/compact/article.ts", "web/bookmarklet/compact/env.ts", "web/bookmarklet/compact/engine.ts"),
      load("web/bookmarklet/engine.ts"),
    ]);
    scripts = { ...shared, wanted: full.wanted };
  });

  it("for the reasons why a block is left out", () => {
    const names = namesIn(source("core/select/selection.h"), "enum class", "Reason").filter((name) => name !== "Count");
    const codes = new Map([...source("core/select/reason.cpp").matchAll(/Reason::k(\w+): return "([^"]+)"/g)].map(([, name, code]) => [name, code]));
    assert.deepEqual([...scripts.reasons, "story"], names.map((name) => codes.get(name))); // the small bookmarklet looks for no other stories
  });

  it("for the classes of characters", () => {
    const classes = namesIn(source("core/unicode/unicode.h"), "enum class", "CharClass");
    const samples = { Other: "\u{E000}", Space: "\u2003", Letter: "\u00e9", Mark: "\u0301", Number: "\u00bd", Punctuation: "\u2014", Symbol: "\u20ac" };
    assert.deepEqual(classes.map((name) => scripts.kind_of(samples[name].codePointAt(0))), [...classes.keys()]);
    const compact = source("compact/characters.cpp");
    assert.equal(scripts.kind_of(0x0665), numberOf(compact, "kDigitKind"));
    assert.equal(scripts.kind_of(0x200d), numberOf(compact, "kFormatKind"));
  });

  it("for what a block is handed over as", () => {
    const fields = namesIn(source("compact/compact.cpp"), "struct", "Judged");
    const memory = { buffer: new ArrayBuffer(1024) };
    const view = new DataView(memory.buffer);
    for (let block = 0; block < 2; block++) {
      fields.forEach((field, index) => {
        const at = (block * fields.length + index) * 4;
        if (field === "score" || field === "confidence") view.setFloat32(at, 0.25 * (index - 3), true);
        else view.setUint32(at, 10 * block + index, true);
      });
    }
    const engine = { memory, _initialize() {}, pith_input: () => 512, pith_select: () => 0, pith_block_count: () => 2 };
    const { blocks, confidence } = scripts.judgeWith(engine)([], "");
    const number = (block, field) => 10 * block + fields.indexOf(field);
    const score = 0.25 * (fields.indexOf("score") - 3);
    assert.deepEqual(blocks, [0, 1].map((block) => ({ ...Object.fromEntries(["first", "last", "reason", "breaks", "words"].map((field) => [field, number(block, field)])), score })));
    assert.equal(confidence, 0.25 * (fields.indexOf("confidence") - 3));
    const caption = { first: 1, last: 1, reason: 0, breaks: numberOf(source("compact/compact.cpp"), "kCaption"), words: 1, score: 1 };
    assert.match(JSON.stringify(scripts.buildArticle("\x01p\x05Gulls\x04", [caption]).tree), /"figcaption"/);
  });

  it("for what the full bookmarklet asks for", () => {
    const flags = source("c_api.cpp");
    assert.equal(scripts.wanted, numberOf(flags, "kExplain") | numberOf(flags, "kMarkdown") | numberOf(flags, "kTree"));
  });

  it("for options", () => {
    const header = source("include/pith/pith.h");
    assert.deepEqual(scripts.extractionModes, namesIn(header, "enum class", "Mode").map((name) => name.toLowerCase()));
    assert.deepEqual(scripts.rangeUnits, namesIn(header, "enum class", "Unit").map((name) => name.toLowerCase()));
    assert.equal(scripts.countedDepth, numberOf(header, "depth"));
  });
});
