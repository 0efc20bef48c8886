// What packs the bookmarklet, and what unpacks it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { packTightly, unpacker } from "../../web/bookmarklet/pack.mjs";
import { unpack } from "../../web/bookmarklet/unpack_model.js";

globalThis.UNPACKER = unpacker().length; // the build writes it into the bookmark

/** What stands in a bookmark, unpacked. */
async function unpackAll(packed, size) {
  const bytes = new Uint8Array([...unpacker(), ...packed]);
  return Buffer.from(await unpack(new DataView(bytes.buffer), size));
}

describe("packing by a model", () => {
  const noise = Buffer.from(Array.from({ length: 3000 }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 13) & 255));
  const cases = { "one byte": Buffer.of(0), "zeros": Buffer.alloc(5000), "all ones": Buffer.alloc(5000, 255), "noise": noise, "text": Buffer.from("a bee in a belfry, ".repeat(200)) };
  for (const [name, bytes] of Object.entries(cases)) {
    it(`gives ${name} back`, async () => {
      const packed = packTightly(bytes);
      assert.deepEqual(await unpackAll(packed, bytes.length), bytes);
      assert.ok(packed.length < bytes.length * 1.05 + 16, `${bytes.length} bytes became ${packed.length}`);
    });
  }

  it("gives the bytes back with what base 85 fills them up by", async () => {
    const bytes = Buffer.from("the foragers are out between ten and four");
    assert.deepEqual(await unpackAll(Buffer.concat([packTightly(bytes), Buffer.alloc(3)]), bytes.length), bytes);
  });

  it("refuses what it has no room for", () => {
    assert.throws(() => packTightly(Buffer.alloc(2 ** 18 + 1)), /more than/);
  });
});
