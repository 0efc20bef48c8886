// Firefox for Android: the extension's API without what phones have no use for. No test drives that browser; what its API lacks is left out here.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { load } from "../support/load.mjs";

/** Notes who listens. */
const event = () => {
  const listeners = [];
  return { listeners, addListener: (listener) => void listeners.push(listener), removeListener() {} };
};

describe("the background where the browser has no shortcuts, menus or icons to set", () => {
  const done = [];
  const note = (what) => async (details) => void done.push([what, details]);
  const browser = {
    action: { onClicked: event(), setBadgeText: note("badge"), setTitle: note("title"), setPopup: note("popup"), setBadgeBackgroundColor: note("colour") },
    i18n: { getMessage: (name) => name },
    permissions: { onAdded: event(), onRemoved: event(), getAll: async () => ({ origins: [] }) },
    runtime: { id: "pith", onInstalled: event(), onMessage: event(), getURL: (path) => `moz-extension://pith/${path}` },
    scripting: { getRegisteredContentScripts: async () => [] },
    storage: { local: { get: async () => ({}) }, onChanged: event() },
    tabs: { create: async ({ url }) => (done.push(["tab", url]), { id: 2 }) },
  };
  before(async () => {
    globalThis.browser = browser;
    Object.defineProperty(globalThis, "navigator", { value: { locks: { request: async (name, work) => work() } }, configurable: true });
    await load("extension/src/background.ts");
  });

  it("hears the button, and answers pages", async () => {
    assert.equal(browser.action.onClicked.listeners.length, 1);
    const answer = await new Promise((resolve) => {
      const [listener] = browser.runtime.onMessage.listeners;
      listener({ type: "list-rules" }, { id: "pith", url: "https://harbour.example/ferry", tab: { id: 1 } }, resolve);
    });
    assert.deepEqual(answer, { type: "value", value: [] });
  });

  it("sets itself up once it is installed", async () => {
    for (const listener of browser.runtime.onInstalled.listeners) listener({ reason: "install" });
    await new Promise((resolve) => setTimeout(resolve)); // a rejection that nobody takes would fail the test
    assert.deepEqual(done, [["tab", "moz-extension://pith/welcome.html"]]);
  });

  it("marks a page at the button as far as it can", async () => {
    const { setButton } = await load("extension/src/browser/button.ts");
    done.length = 0;
    await setButton({ id: 1 }, { title: "Read", readable: true });
    assert.deepEqual(done.map(([what]) => what), ["badge", "title", "popup"]);
  });
});
