// What the content script does in a page.

import { memberOf } from "../../../web/src/reader/element.js";
import { isConnected } from "../browser/runtime.js";
import { isCommand, type Command } from "../command.js";
import { addressOf } from "./growth.js";
import { ask } from "./request.js";
import { openSession, type Session, type SessionOptions } from "./session.js";
import { selectedIn } from "./selection.js";
import { tellRefusedLink } from "./refused_link.js";

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

/** Does what the background says; false where the extension was updated and this script has nobody left to talk to. */
export function receive(command: unknown): boolean {
  if (!isConnected()) {
    session?.close(); // the new content script takes over
    return false;
  }
  if (isCommand(command)) obey(command);
  return true;
}
