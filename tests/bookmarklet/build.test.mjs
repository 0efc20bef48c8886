// What the build makes of the bookmarklet, without a browser.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { alphabet, encode85 } from "../../web/bookmarklet/base85.mjs";
import { firefoxLimit, makeBookmarklet, variants } from "../../web/bookmarklet/build.mjs";
import { makeInstaller } from "../../web/bookmarklet/installer.mjs";
import { overBudget } from "../../web/bookmarklet/table.mjs";

describe("bookmarklet build", () => {
  it("encodes with the 85 characters that survive everywhere", () => {
    assert.equal(alphabet.length, 85);
    assert.doesNotMatch(alphabet, /["#%'<>?\\`\s]/);
    assert.equal(encode85(new Uint8Array(4)), "!!!!!");
    assert.equal(encode85(Uint8Array.of(0, 0, 0, 84)), `!!!!${alphabet[84]}`);
    assert.equal(encode85(Uint8Array.of(0, 0, 1)), encode85(Uint8Array.of(0, 0, 1, 0)));
    let largest = 0;
    for (const digit of encode85(Uint8Array.of(255, 255, 255, 255))) largest = largest * 85 + alphabet.indexOf(digit);
    assert.equal(largest, 2 ** 32 - 1);
  });

  for (const variant of ["pith", "pith-full"]) {
    it(`makes one URL of ${variant} that no browser re-writes, with no address in it to ask for anything`, async () => {
      const { url, parts } = await makeBookmarklet({ variant, quick: true });
      assert.match(url, /^javascript:void\(?/);
      assert.equal(new URL(url).href, url);
      assert.doesNotMatch(url, /[^ -~]|[?#%]/);
      const bootstrap = url.replace(/"[^" ]{1000,}"/, '""');
      assert.ok(bootstrap.length < 3000, `the bootstrap has ${bootstrap.length} characters`);
      assert.doesNotMatch(bootstrap, /https?:|fetch|import\b/);
      assert.equal(parts.find(([name]) => name === "the URL")[2], url.length);
    });
  }

  it("makes one URL for strict pages that no browser re-writes and that compiles nothing", async () => {
    const { url } = await makeBookmarklet({ variant: "pith-strict" });
    assert.equal(new URL(url).href, url);
    assert.match(url, /^[!-~]*$/);
    const script = decodeURIComponent(url.slice("javascript:".length));
    assert.doesNotMatch(script, /WebAssembly|\beval\b|new Function|fetch\(|innerHTML|DOMParser/);
  });

  it("makes the same URL again from the same sources", async () => {
    for (const variant of Object.keys(variants)) {
      const [one, two] = await Promise.all([makeBookmarklet({ variant, quick: true }), makeBookmarklet({ variant, quick: true })]);
      assert.equal(one.url, two.url);
    }
  });

  it("stays within the budget, and within what Firefox keeps", async () => {
    for (const variant of Object.keys(variants)) assert.deepEqual(overBudget(await makeBookmarklet({ variant })), []);
    assert.ok((await makeBookmarklet()).url.length <= firefoxLimit);
  });

  it("names each part that weighs more than it may, and each that is not there", () => {
    assert.deepEqual(overBudget({ variant: "pith", parts: [["engine", 90_000, 34_001], ["script", 1, 2], ["the URL", undefined, 65_537]] }), [
      "pith: engine has 34001, may have 34000",
      "pith: bootstrap has Infinity, may have 2000",
      "pith: the URL has 65537, may have 65536",
    ]);
  });

  it("makes an installer page that carries each URL whole", async () => {
    const tricky = `javascript:void("&amp;$&<{{pith}}>")`;
    const page = await makeInstaller(Object.keys(variants).map((variant) => ({ variant, url: tricky })));
    const links = [...page.matchAll(/class="bookmarklet" href="([^"]*)"/g)].map(([, href]) => href.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
    assert.deepEqual(links, [tricky, tricky, tricky]);
    assert.equal(page.match(/<script>/g).length, 1);
    assert.equal(page.match(/<\/script>/g).length, 1);
    assert.doesNotMatch(page.replaceAll("{{pith}}", ""), /\{\{/);
  });
});
