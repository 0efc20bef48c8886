import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { load } from "../support/load.mjs";

describe("what rules, highlights and permissions are kept by", () => {
  let sites;
  before(async () => (sites = await load("extension/src/site.ts")));

  it("is the host of a page, without its port", () => {
    for (const [url, site] of [
      ["https://harbour.example:8443/a?b#c", "harbour.example"],
      ["http://[::1]:80/", "[::1]"],
      ["https://Häfen.example/", "xn--hfen-loa.example"],
      ["file:///home/me/a.txt", "file"],
      ["about:blank", null], ["chrome-extension://abc/options.html", null], ["javascript:alert(1)", null], ["data:text/html,x", null], ["", null],
    ]) {
      assert.equal(sites.siteOf(url), site, url);
    }
  });

  it("may be written as people write it", () => {
    for (const text of ["harbour.example", " harbour.example ", "https://harbour.example/news?x", "HARBOUR.example"]) assert.equal(sites.siteFrom(text), "harbour.example", text);
    for (const text of ["", "not a site", "me@harbour.example", "a/b", "*.harbour.example/*", "javascript:x"]) assert.equal(sites.siteFrom(text), null, text);
  });

  it("is for highlights the address that a page says is its own, within its origin only", () => {
    const page = "https://harbour.example/ferry?from=mail#top";
    assert.equal(sites.pageAddress(page, "https://harbour.example/ferry"), "https://harbour.example/ferry");
    assert.equal(sites.pageAddress(page, "/ferry"), "https://harbour.example/ferry");
    for (const canonical of [null, "https://bank.example/secret", "http://harbour.example/ferry", "https://harbour.example:444/", "javascript:x", "https://["]) {
      assert.equal(sites.pageAddress(page, canonical), "https://harbour.example/ferry?from=mail", canonical);
    }
    assert.equal(sites.pageAddress("file:///a/b.txt#x", "file:///etc/passwd"), "file:///a/b.txt");
    assert.equal(sites.pageAddress("https://harbour.example/ferry", "https://harbour.example/"), "https://harbour.example/ferry", "no page is its site's front page");
    assert.equal(sites.pageAddress("https://harbour.example/?from=mail", "/"), "https://harbour.example/");
  });

  it("is for highlights no address of a page that was there before", () => {
    const loaded = "https://harbour.example/ferry/?from=mail";
    for (const [canonical, url, isOutdated] of [
      ["https://harbour.example/ferry", loaded, false],
      ["https://harbour.example/ferry", "https://harbour.example/bridge", true],
      ["/ferry", "https://harbour.example/bridge", true],
      ["https://harbour.example/ferry", "https://harbour.example/ferry", false], // tidied up
      ["https://harbour.example/bridge", "https://harbour.example/bridge", false],
      ["https://harbour.example/story/7", "https://harbour.example/bridge", false],
    ]) {
      assert.equal(sites.isOutdated(canonical, loaded, url), isOutdated, `${canonical} at ${url}`);
    }
    const [one, two] = ["https://harbour.example/?p=1", "https://harbour.example/?p=2"];
    assert.equal(sites.isOutdated(one, `${one}&from=mail`, two), true);
    assert.equal(sites.isOutdated(two, one, two), false);
  });

  it("tells the front page of a site from its articles", () => {
    assert.ok(sites.isFrontPage("https://harbour.example/"));
    for (const url of ["https://harbour.example/ferry", "https://harbour.example/?p=12", "nothing"]) assert.ok(!sites.isFrontPage(url), url);
  });
});
