// Which pictures the extension fetches for a file: those that the file's maker takes, and no more of them than it takes.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { load } from "../support/load.mjs";

describe("pictures for files", () => {
  let readPicture, largestPicture, typeOf, fetchImage;
  before(async () => {
    ({ readPicture, largestPicture, typeOf } = await load("extension/src/pictures.ts", "web/src/export/images.ts"));
    ({ fetchImage } = await load("extension/src/content/images.ts"));
  });

  const answer = (type, length, body = null) => new Response(body, { headers: { "content-type": type, ...(length !== undefined && { "content-length": String(length) }) } });

  it("are of the kinds that files take, which drawings are not", async () => {
    for (const type of ["image/png", "IMAGE/JPEG", "image/gif; x=y", "image/webp, image/webp", "image/avif"]) assert.equal((await readPicture(answer(type, undefined, "bytes"))).type, type.toLowerCase().split(/[;,]/)[0]);
    for (const type of ["image/svg+xml", "text/html", ""]) await assert.rejects(readPicture(answer(type, undefined, "bytes")), type);
    assert.equal(typeOf(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>")), undefined);
  });

  it("are no longer than files take", async () => {
    assert.equal((await readPicture(answer("image/png", largestPicture, "bytes"))).size, 5);
    await assert.rejects(readPicture(answer("image/png", largestPicture + 1, "bytes")));
  });

  it("are read no further, whatever their server says", async () => {
    let given = 0;
    let cancelled = false;
    const endless = new ReadableStream({ pull: (controller) => (given++, controller.enqueue(new Uint8Array(2 ** 20))), cancel: () => void (cancelled = true) });
    await assert.rejects(readPicture(answer("image/png", undefined, endless)));
    assert.ok(cancelled && given < 40, `${given} MB were read`);
    const refused = new ReadableStream({ pull() {}, cancel: () => void (cancelled = "unread") });
    await assert.rejects(readPicture(answer("image/svg+xml", undefined, refused)));
    assert.equal(cancelled, "unread");
    const picture = await readPicture(answer("image/png", undefined, "bytes"));
    assert.deepEqual([picture.type, await picture.text()], ["image/png", "bytes"]);
  });

  it("are asked of the background where the page gets none, such as what a server gives other sites instead", async (context) => {
    let left = false;
    const instead = () => answer("text/html", undefined, new ReadableStream({ pull() {}, cancel: () => void (left = true) }));
    const fetching = context.mock.method(globalThis, "fetch");
    globalThis.chrome = { runtime: { id: "pith", sendMessage: async () => ({ type: "file", mime: "image/png", base64: btoa("bytes") }) } };
    context.after(() => delete globalThis.chrome);
    for (const given of [async () => instead(), async () => Promise.reject(new TypeError("not for this page"))]) {
      fetching.mock.mockImplementation(given);
      const picture = await fetchImage("https://a.example/a.png");
      assert.deepEqual([picture.type, Buffer.from(await picture.arrayBuffer()).toString()], ["image/png", "bytes"]);
    }
    assert.ok(left, "what is no picture is not read on");
  });
});
