// What the build makes of the bookmarklet, without a browser.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { alphabet, encode85 } from "../../web/bookmarklet/base85.mjs";
import { firefoxLimit, makeBookmarklet, makePage } from "../../web/bookmarklet/build.mjs";

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

  it("makes one URL that no browser re-writes, with no address in it to ask for anything", async () => {
    const { url, parts } = await makeBookmarklet({ quick: true });
    assert.match(url, /^javascript:void\(?/);
    assert.equal(new URL(url).href, url);
    assert.doesNotMatch(url, /[^ -~]|[?#%]/);
    const bootstrap = url.replace(/"[^" ]{1000,}"/, '""');
    assert.ok(bootstrap.length < 2000, `the bootstrap has ${bootstrap.length} characters`);
    assert.doesNotMatch(bootstrap, /https?:|fetch|import\b/);
    assert.equal(parts.find(([name]) => name === "the URL")[2], url.length);
  });

  it("makes the same URL again from the same sources", async () => {
    const [one, two] = await Promise.all([makeBookmarklet({ quick: true }), makeBookmarklet({ quick: true })]);
    assert.equal(one.url, two.url);
  });

  it("makes an installer page that carries the URL whole and is honest about Firefox", async () => {
    const tricky = `javascript:void("&amp;$&<{{url}}>")`;
    const page = await makePage(tricky);
    const href = /class="bookmarklet" href="([^"]*)"/.exec(page)[1];
    assert.equal(href.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&"), tricky);
    assert.match(page, /so it works there too/);
    assert.doesNotMatch(page, /<script/);
    const long = await makePage(`javascript:${"x".repeat(firefoxLimit)}`);
    assert.match(long, /65,547 characters. <strong>Firefox keeps only 65,536<\/strong>/);
  });
});
