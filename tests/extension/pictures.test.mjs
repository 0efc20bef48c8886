// Which pictures the extension fetches for a file: those that the file's maker takes, and no more of them than it takes.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { load } from "../support/load.mjs";

describe("pictures for files", () => {
  let isPicture, readPicture, largestPicture, typeOf;
  before(async () => void ({ isPicture, readPicture, largestPicture, typeOf } = await load("extension/src/pictures.ts", "web/src/export/images.ts")));

  const answer = (type, length, body = null) => new Response(body, { headers: { "content-type": type, ...(length !== undefined && { "content-length": String(length) }) } });

  it("are of the kinds that files take, which drawings are not", () => {
    for (const type of ["image/png", "IMAGE/JPEG", "image/gif; x=y", "image/webp", "image/avif"]) assert.ok(isPicture(answer(type)), type);
    for (const type of ["image/svg+xml", "text/html", ""]) assert.ok(!isPicture(answer(type)), type);
    assert.equal(typeOf(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>")), undefined);
  });

  it("are no longer than files take", () => {
    assert.ok(isPicture(answer("image/png", largestPicture)));
    assert.ok(!isPicture(answer("image/png", largestPicture + 1)));
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
});
