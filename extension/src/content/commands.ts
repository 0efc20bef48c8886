// What the content script does in a page.

import { isConnected } from "../browser/runtime.js";
import { isCommand, type Command } from "../command.js";
import { canShow } from "./can_show.js";
import type { Early } from "./early_request.js";
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

function obey(command: Command, early: Early | undefined): void {
  if (!canShow(document)) return command === "open-by-itself" ? undefined : void ask({ type: "unreadable" }).catch((error: unknown) => console.error(error));
  switch (command) {
    case "toggle":
      return session?.isOpen() ? session.close() : open({ early });
    case "open":
      return open({ early });
    case "open-by-itself":
      return closedAt === addressOf(document) ? undefined : open({ byItself: true, early });
    case "read-selection": {
      const selected = selectedIn(document);
      session?.close();
      return open({ selected, early });
    }
    case "tell-refused-link":
      return session?.isOpen() ? undefined : tellRefusedLink();
  }
}

/**
 * Does what the background says; false where the extension was updated and this script has nobody left to talk to.
 * @param early what was asked for this command before this script was there
 */
export function receive(command: unknown, early?: Early): boolean {
  if (!isConnected()) {
    session?.close(); // the new content script takes over
    return false;
  }
  if (isCommand(command)) obey(command, early);
  return true;
}
