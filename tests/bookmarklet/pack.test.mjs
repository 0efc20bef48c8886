// What packs the bookmarklet, and what unpacks it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { packTightly } from "../../web/bookmarklet/pack.mjs";
import { unpack } from "../../web/bookmarklet/unpack_model.js";

const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

describe("packing by a model", () => {
  const noise = Buffer.from(Array.from({ length: 3000 }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 13) & 255));
  const cases = { "one byte": Buffer.of(0), "zeros": Buffer.alloc(5000), "all ones": Buffer.alloc(5000, 255), "noise": noise, "text": Buffer.from("a bee in a belfry, ".repeat(200)) };
  for (const [name, bytes] of Object.entries(cases)) {
    it(`gives ${name} back`, () => {
      const packed = packTightly(bytes);
      assert.deepEqual(Buffer.from(unpack(viewOf(packed), bytes.length)), bytes);
      assert.ok(packed.length < bytes.length * 1.05 + 16, `${bytes.length} bytes became ${packed.length}`);
    });
  }

  it("gives the bytes back with what base 85 fills them up by", () => {
    const bytes = Buffer.from("the foragers are out between ten and four");
    assert.deepEqual(Buffer.from(unpack(viewOf(Buffer.concat([packTightly(bytes), Buffer.alloc(3)])), bytes.length)), bytes);
  });

  it("rounds nothing that a browser with other last digits would round otherwise", async () => {
    // Logarithms and powers may differ by some 1e-15 of their value between browsers.
    const border = (value) => Math.abs(value - Math.floor(value) - 0.5) / Math.max(Math.abs(value), 1);
    let nearest = 1;
    for (let i = 0; i < 4096; i++) nearest = Math.min(nearest, border(Math.log((i + 0.5) / (4095.5 - i)) * 256), border(65536 / (1 + Math.exp((2047 - i) / 170))));
    assert.ok(nearest > 1e-12, `an entry is ${nearest} from a border`);
    const source = await readFile(new URL("../../web/bookmarklet/predictor.js", import.meta.url), "utf8");
    for (const table of ["Math.log((i + 0.5) / (4095.5 - i)) * 256", "65536 / (1 + Math.exp((2047 - i) / 170))"]) assert.ok(source.includes(table), `the predictor has another table than ${table}`);
    assert.equal(source.match(/Math\.(log|exp|pow|sqrt|sin|tanh)/g).length, 2);
  });
});
