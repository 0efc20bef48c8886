// A megabyte of text: it opens, and what follows the reader's place follows.

import assert from "node:assert/strict";
import { it } from "node:test";
import { inBrowsers } from "./in_browsers.mjs";
import { longArticle } from "./long_article.mjs";

const article = longArticle();

inBrowsers("an article of a megabyte", (use) => {
  const until = (what) => use.page.waitForFunction(what, { timeout: 60_000 }); // on a machine that does much else
  const laidOut = () => until(() => shown.$("[data-later]") === null);
  const scrollTo = (share) =>
    use.run((part) => {
      const scroller = shown.$(".scroll");
      scroller.scrollTo({ top: part * (scroller.scrollHeight - scroller.clientHeight), behavior: "instant" });
    }, share);

  it("has a megabyte", () => {
    assert.ok(JSON.stringify(article.tree).length > 2 ** 20);
  });

  it("is on the screen within seconds, and all of it is laid out soon after", async () => {
    const start = performance.now();
    await use.show(article);
    const painted = await use.run(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(shown.$(".body > p").getBoundingClientRect().height > 0)))));
    assert.ok(painted);
    const took = performance.now() - start;
    assert.ok(took < 15_000, `it took ${took} ms`);
    await laidOut();
  });

  it("has the line of progress and the outline follow", async () => {
    await use.show(article);
    await laidOut();
    await use.click(".tools [aria-label=Outline]");
    await scrollTo(0.5);
    await until(() => Math.abs(Number(shown.$(".progress").style.getPropertyValue("--share")) - 0.5) < 0.02);
    await until(() => /^Chapter (49|50|51)$/.test(shown.$(".outline [aria-current]")?.textContent));
    await scrollTo(1);
    await until(() => Number(shown.$(".progress").style.getPropertyValue("--share")) > 0.99);
  });

  it("leads to a chapter at once, laid out or not, and to just this one", async () => {
    await use.show(article);
    await use.click(".tools [aria-label=Outline]");
    await use.run(() => shown.$$(".outline button")[79].click());
    await laidOut();
    await until(() => {
      const { top } = [...shown.$$(".body h2")][79].getBoundingClientRect();
      return top >= 0 && top < innerHeight / 2;
    });
  });
});
