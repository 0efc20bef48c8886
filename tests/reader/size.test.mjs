// What the bookmarklet carries of the view: a bookmark of Firefox has room for 65,536 characters, most of which the engine needs.

import assert from "node:assert/strict";
import { it } from "node:test";
import { makeBookmarklet } from "../../web/bookmarklet/build.mjs";

const budget = 15_500; // bytes, deflated: the view with its style sheet and words, the capture and the engine's start

it("keeps the bookmarklet's scripts within their budget", async () => {
  const { parts } = await makeBookmarklet({ quick: true });
  const [, , packed] = parts.find(([name]) => name === "scripts together");
  assert.ok(packed <= budget, `${packed} bytes`);
});
