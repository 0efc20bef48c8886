// Runs once in a page that is to be read, and does what the background says from then on.

import { memberOf } from "../../web/src/reader/element.js";
import { isConnected } from "./browser/runtime.js";
import { isCommand, type Command } from "./command.js";
import { addressOf } from "./content/growth.js";
import { ask } from "./content/request.js";
import { openSession, type Session, type SessionOptions } from "./content/session.js";
import { selectedIn } from "./content/selection.js";
import { tellRefusedLink } from "./content/refused_link.js";

let session: Session | undefined;
/** Address of the page that the reader was closed on: it does not open by itself there again. */
let closedAt: string | undefined;

function open(options: SessionOptions = {}): void {
  if (session?.isOpen()) return;
  session?.close(); // the page threw its overlay away
  const opened = openSession(options, () => {
    if (session === opened) session = undefined;
    if (opened.hasShown()) closedAt = addressOf(document);
  });
  session = opened;
}

function obey(command: Command): void {
  if (!canShow(document)) return void ask({ type: "unreadable" }).catch((error: unknown) => console.error(error));
  switch (command) {
    case "toggle":
      return session?.isOpen() ? session.close() : open();
    case "open":
      return open();
    case "open-by-itself":
      return closedAt === addressOf(document) ? undefined : open({ byItself: true });
    case "read-selection": {
      const selected = selectedIn(document);
      session?.close();
      return open({ selected });
    }
    case "tell-refused-link":
      return session?.isOpen() ? undefined : tellRefusedLink();
  }
}

/** A drawing or a feed has no place for an overlay, and Chromium's PDF viewer no text to read. */
function canShow(page: Document): boolean {
  return memberOf(page, "documentElement") instanceof HTMLHtmlElement && memberOf(page, "contentType") !== "application/pdf";
}

// The background finds the content script of a page here, or leaves its first command (browser/tabs.ts). A symbol, since an element of the
// page with the id `pithReader` would be `globalThis.pithReader`.
const key = Symbol.for("pith-reader");
const shared = globalThis as { [key]?: unknown };
const waiting = shared[key];
shared[key] = (command: unknown): boolean => {
  if (!isConnected()) {
    session?.close(); // the extension was updated; its new content script takes over
    return false;
  }
  if (isCommand(command)) obey(command);
  return true;
};
if (isCommand(waiting)) obey(waiting);
