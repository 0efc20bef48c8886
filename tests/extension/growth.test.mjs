import assert from "node:assert/strict";
import { afterEach, before, describe, it, mock } from "node:test";
import { JSDOM } from "jsdom";
import { load } from "../support/load.mjs";

describe("watching a page grow", () => {
  let stateOf, watchGrowth, page;
  before(async () => {
    const { window } = new JSDOM("<p>It was a quiet day.</p>");
    Object.assign(globalThis, { Document: window.Document, MutationObserver: window.MutationObserver });
    page = window.document;
    ({ stateOf, watchGrowth } = await load("extension/src/content/growth.ts"));
  });
  afterEach(() => mock.timers.reset());

  /** How often it tells of more within the longest wait, where the page gets `text`, or what `change` does, between being read and being watched. */
  function lookAfter(text, { change = () => page.body.append(text), ...options } = {}) {
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
    const before = stateOf(page);
    change();
    let times = 0;
    const unwatch = watchGrowth(page, () => times++, { before, ...options });
    mock.timers.tick(5000);
    unwatch();
    return times;
  }

  it("tells of what came after the page was read and before it was watched", () => {
    assert.equal(lookAfter("So it went on into the autumn of that year. ".repeat(10)), 1);
  });

  it("says nothing where nothing worthwhile came", () => {
    assert.equal(lookAfter("Soon."), 0);
  });

  it("tells of a shorter text in place of a long one", () => {
    page.body.append("We value your choice, and that of our partners. ".repeat(60));
    assert.equal(lookAfter("", { change: () => page.body.replaceChildren("So it went on into the autumn of that year. ".repeat(50)) }), 1);
  });

  it("tells of what comes in a shadow root, once", () => {
    const root = page.body.appendChild(page.createElement("div")).attachShadow({ mode: "open" });
    assert.equal(lookAfter("", { change: () => root.append("So it went on into the autumn of that year. ".repeat(10)), partsOf: () => [root] }), 1);
  });
});
