// Runs in the page at each click on the button: opens the reader, or closes it when it is open.

import { captureLivePage } from "../../web/src/capture/live_page.js";
import { mountReader, openOverlay, type Overlay } from "../../web/src/reader/index.js";
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
      const view = mountReader(shown.body, content, { loadSettings, saveSettings, close, copyText: copy });
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
  return page.documentElement instanceof HTMLHtmlElement && page.contentType !== "application/pdf";
}

// Each click runs this file anew; the scripts of one extension in one page share this global.
const shared: { pithReader?: Reader } = globalThis as object;
const open = shared.pithReader;
delete shared.pithReader;
if (open?.isOpen()) {
  open.close();
} else if (canShow(document)) {
  const reader = openReader(() => {
    if (shared.pithReader === reader) delete shared.pithReader;
  });
  shared.pithReader = reader;
} else {
  void sendMessage({ type: "unreadable" });
}
