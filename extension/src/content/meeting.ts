// Where the files of the content script, and what the background runs in a page (browser/tabs.ts), find each other.

import type { Early } from "./early_request.js";

/** Symbols, since an element of the page with the id `pithReader` would be `globalThis.pithReader`. */
const receiver = Symbol.for("pith-reader");
const early = Symbol.for("pith-early");
const shared = globalThis as { [receiver]?: unknown; [early]?: Early | undefined };

/** A content script that is here already, and not of a version that was updated meanwhile. */
export function isThere(): boolean {
  const receive = shared[receiver];
  return typeof receive === "function" && receive(undefined) === true;
}

/** The command that the background left for a content script that was not there yet. */
export function waitingCommand(): unknown {
  return shared[receiver];
}

/** From now on the background finds the content script. */
export function takeCommands(receive: (command: unknown) => boolean): void {
  shared[receiver] = receive;
}

/** Leaves a request for the whole content script; where one waits already, none is made. */
export function leaveEarly(make: () => Early): void {
  shared[early] ??= make();
}

/** The request that waits, once. */
export function takeEarly(): Early | undefined {
  const waiting = shared[early];
  shared[early] = undefined;
  return waiting;
}
