// The background: service worker in Chromium, event page in Firefox. The core runs here because a page's
// Content-Security-Policy keeps Chromium's content scripts from compiling WebAssembly, and does not reach here.

import { createExtractor, PithError, type Extractor } from "../../web/src/index.js";
import { fileAddress, message, onButton, onMessage, openPopup, runInPage, setButton, type OpenTab } from "./browser.js";
import { readMessage, type ArticleMessage, type ExtractMessage, type FailedMessage } from "./messages.js";

let extractor: Promise<Extractor> | undefined;

/** The core is compiled at the first page and kept as long as the browser keeps the background. */
function loadExtractor(): Promise<Extractor> {
  extractor ??= createExtractor(fileAddress("pith.wasm")).catch((error: unknown) => {
    extractor = undefined; // the next page tries again
    throw error;
  });
  return extractor;
}

async function extractPage({ html, url }: ExtractMessage): Promise<ArticleMessage | FailedMessage> {
  try {
    const { extract } = await loadExtractor();
    return { type: "article", article: extract(html, { url, outputs: ["tree", "markdown"], explain: true }) };
  } catch (error) {
    console.error(error);
    const tooLarge = error instanceof PithError && error.code === "input-too-large";
    return { type: "failed", reason: tooLarge ? "too-large" : "broken" };
  }
}

async function answerMessage(value: unknown, tab: OpenTab | null): Promise<ArticleMessage | FailedMessage | null> {
  const received = readMessage(value);
  switch (received?.type) {
    case "extract":
      return extractPage(received);
    case "unreadable":
      if (tab !== null) await explainRefusal(tab);
      return null;
    default:
      return { type: "failed", reason: "bad-message" };
  }
}

/** There is no page to show anything in, so the button itself says that it can't be read. */
async function explainRefusal(tab: OpenTab): Promise<void> {
  const refused = { badge: "!", title: message("refusedTitle") };
  await setButton(tab, { ...refused, popup: "refused.html" });
  // Once it is open the button gets its work back; where only a click opens it, it stays for the next click.
  if (await openPopup(tab)) await setButton(tab, { ...refused, popup: "" });
}

async function openReader(tab: OpenTab): Promise<void> {
  try {
    await runInPage(tab, "content.js");
  } catch (error) {
    console.warn(error);
    await explainRefusal(tab);
  }
}

onButton((tab) => void openReader(tab));
onMessage(answerMessage);
