import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { serve } from "../../scripts/serve.mjs";

let folder;
let served;

/** A request whose path goes out as it is; fetch would tidy it up first. */
function get(requestPath, method = "GET") {
  return new Promise((resolve, reject) => {
    const { port } = new URL(served.address);
    request({ host: "127.0.0.1", port, path: requestPath, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => (body += text)).on("end", () => resolve({ status: response.statusCode, type: response.headers["content-type"], body }));
    }).on("error", reject).end();
  });
}

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "pith-serve-"));
  for (const part of ["demo/sub", "package", "demo-private"]) mkdirSync(path.join(folder, part), { recursive: true });
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  writeFileSync(path.join(folder, "demo-private/secret.txt"), "secret");
  writeFileSync(path.join(folder, "demo/index.html"), "demo");
  writeFileSync(path.join(folder, "demo/sub/index.html"), "sub");
  writeFileSync(path.join(folder, "package/pith.wasm"), "wasm");
  writeFileSync(path.join(folder, "package/index.js"), "js");
  symlinkSync(path.join(folder, "secret.txt"), path.join(folder, "demo/link.txt"));
  served = await serve({ "/": path.join(folder, "demo"), "/pith/": path.join(folder, "package") }, 0);
});

after(() => {
  served.server.close();
  rmSync(folder, { recursive: true });
});

test("a folder's address gives its index page, whatever the query", async () => {
  assert.deepEqual(await get("/?a=b"), { status: 200, type: "text/html; charset=utf-8", body: "demo" });
  assert.equal((await get("/sub/")).body, "sub");
});

test("the longest prefix says which folder is meant, and each file has its type", async () => {
  assert.deepEqual(await get("/pith/pith.wasm"), { status: 200, type: "application/wasm", body: "wasm" });
  assert.equal((await get("/pith/index.js")).type, "text/javascript; charset=utf-8");
});

test("nothing outside the folders is served", async () => {
  const attempts = ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/sub/../../secret.txt", "/..%5csecret.txt", "/link.txt", "/../demo-private/secret.txt", "//etc/passwd", "/%00", "/%"];
  for (const attempt of attempts) assert.equal((await get(attempt)).status, 404, attempt);
});

test("nothing can be written", async () => {
  assert.equal((await get("/index.html", "PUT")).status, 405);
  assert.deepEqual(await get("/", "HEAD"), { status: 200, type: "text/html; charset=utf-8", body: "" });
});

test("where the port is taken, the next free one is used", async () => {
  const taken = Number(new URL(served.address).port);
  const second = await serve({ "/": path.join(folder, "package") }, taken);
  try {
    assert.ok(Number(new URL(second.address).port) > taken);
  } finally {
    second.server.close();
  }
});
