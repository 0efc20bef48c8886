// A module worker of a site, and its service worker: both answer a message with the digests.

import { extract } from "pith";
import { extract as inline } from "pith/inline";
import { digestsOf } from "./digest.js";

async function digests() {
  try {
    return await digestsOf({ extract, inline }, await (await fetch("/pages.json")).json());
  } catch (error) {
    return { error: String(error) };
  }
}

globalThis.addEventListener("message", (event) => {
  const answered = digests().then((found) => (event.ports?.[0] ?? globalThis).postMessage(found));
  event.waitUntil?.(answered);
});
