// Runs in the page at each click on the button: opens the reader, or closes it when it is open.

import { captureLivePage } from "../../web/src/capture/live_page.js";
import { memberOf } from "../../web/src/reader/element.js";
import { allFeatures, mountReader, openOverlay, type Overlay } from "../../web/src/reader/index.js";
import { sanitize } from "../../web/src/reader/sanitize.js";
import type { Article } from "../../web/src/types.js";
import { sendMessage } from "./browser.js";
import { copyText } from "./clipboard.js";
import { readMessage } from "./messages.js";
import { showNotice, type Notice } from "./notice.js";
import { loadSettings, saveSettings } from "./settings.js";

/** Set by the build: "open" for tests, which must see in. */
declare const PITH_SHADOW_MODE: ShadowRootMode;

/** The reader over this page, from the click that opens it to the one that closes it. */
interface Reader {
  isOpen(): boolean;
  close(): void;
}

function openReader(onClose: () => void): Reader {
  let overlay: Overlay | undefined;
  let unmount = (): void => {};
  let closed = false;

  function close(): void {
    if (closed) return;
    closed = true;
    unmount();
    overlay?.close();
    onClose();
  }

  function show(content: Article | Notice): void {
    if (closed) return; // clicked again before the answer came
    const shown = (overlay = openOverlay(document, PITH_SHADOW_MODE, close));
    if (typeof content === "string") return showNotice(shown.body, content, close);
    try {
      const copy = (text: string): Promise<void> => copyText(text, shown.body);
      const view = mountReader(shown.body, content, { loadSettings, saveSettings, close, sanitize, copyText: copy }, allFeatures);
      unmount = () => view.destroy();
    } catch (error) {
      console.error(error);
      shown.body.replaceChildren();
      showNotice(shown.body, "broken", close);
    }
  }

  void requestArticle().then(show);
  return { isOpen: () => !closed && (overlay?.body.isConnected ?? true), close };
}

async function requestArticle(): Promise<Article | Notice> {
  try {
    const answer = readMessage(
      await sendMessage({ type: "extract", html: captureLivePage(document), url: document.location.href }),
    );
    if (answer?.type === "article") return answer.article.warnings.includes("no-content") ? "empty" : answer.article;
    return answer?.type === "failed" && answer.reason === "too-large" ? "tooLarge" : "broken";
  } catch (error) {
    console.error(error);
    // Past a size of their own choosing browsers refuse to pass a message on.
    return /length|size|large/i.test(String(error)) ? "tooLarge" : "broken";
  }
}

/** A drawing or a feed has no place for an overlay, and Chromium's PDF viewer no text to read. */
function canShow(page: Document): boolean {
  return memberOf(page, "documentElement") instanceof HTMLHtmlElement && memberOf(page, "contentType") !== "application/pdf";
}

// Each click runs this file anew; the scripts of one extension in one page share this global. A symbol, since an element of the page
// with the id `pithReader` would be `globalThis.pithReader`.
const key = Symbol.for("pith-reader");
const shared = globalThis as { [key]?: Reader };
const open = shared[key];
delete shared[key];
if (open?.isOpen()) {
  open.close();
} else if (canShow(document)) {
  const reader = openReader(() => {
    if (shared[key] === reader) delete shared[key];
  });
  shared[key] = reader;
} else {
  void sendMessage({ type: "unreadable" });
}
