// Runs by itself on the pages of sites that the person allowed, and nowhere else: tells the background that a page is there.

import { captureLivePage } from "../../web/src/capture/live_page.js";
import { memberOf } from "../../web/src/reader/element.js";
import { isConnected, sendMessage } from "./browser/runtime.js";
import { watchGrowth } from "./content/growth.js";

/** The content that comes late, and the other pages that it becomes, count as arrivals, too. */
function arrive(): void {
  if (!isConnected()) return unwatch();
  const url = memberOf(document, "URL");
  void sendMessage({ type: "arrived", html: captureLivePage(document), url }).catch((error: unknown) => console.error(error));
}

const unwatch = watchGrowth(document, arrive);
arrive();
