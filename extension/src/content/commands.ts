// What the content script does in a page.

import type { Article } from "../../../web/src/types.js";
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
/** Where the reader was closed, and over what: it does not open by itself there again, nor over that where the page only tidies up its address. */
let closed: { readonly address: string; readonly article: Article | undefined } | undefined;

function open(options: SessionOptions = {}): void {
  if (session?.isOpen()) return;
  const opened = openSession(options, () => {
    if (session === opened) session = undefined;
    if (opened.hasShown()) closed = { address: addressOf(document), article: opened.article() };
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
      return closed?.address === addressOf(document) ? undefined : open({ byItself: true, unwanted: closed?.article, early });
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
