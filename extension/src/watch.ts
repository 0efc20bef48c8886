// Runs by itself on the pages of sites that the person allowed, and nowhere else: tells the background that a page is there.

import { captureLivePage } from "../../web/src/capture/live_page.js";
import { own } from "../../web/src/own.js";
import { isConnected, sendMessage } from "./browser/runtime.js";
import { watchGrowth } from "./content/growth.js";

/** This page, and not the one that its tab has gone to when it is judged: browser/tabs.ts looks for it. Pages that are not secure have no `randomUUID`. */
const arrival = crypto.getRandomValues(new Uint32Array(4)).join("-");
(globalThis as { [key: symbol]: unknown })[Symbol.for("pith-arrival")] = arrival;

/** The content that comes late, and the other pages that it becomes, count as arrivals, too. */
function arrive(): void {
  if (!isConnected()) return unwatch();
  const url = own(document, "URL");
  void sendMessage({ type: "arrived", html: captureLivePage(document), url, arrival }).catch((error: unknown) => console.error(error));
}

const unwatch = watchGrowth(document, arrive);
arrive();
