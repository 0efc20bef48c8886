// The content script. It comes with every command, and sets itself up at the first one.

/**
 * The background leaves its command here, or gives it to whom it finds here (browser/tabs.ts). A symbol, since an element of the page with
 * the id `pithReader` would be `globalThis.pithReader`.
 */
const key = Symbol.for("pith-reader");
const shared = globalThis as { [key]?: unknown };

/** A content script that is here already, and not of a version that was updated meanwhile. */
function isThere(): boolean {
  const receive = shared[key];
  return typeof receive === "function" && receive(undefined) === true;
}

if (!isThere()) {
  // All that it is made of is bundled with this, and runs only here.
  void import("./content/commands.js").then(({ receive }) => {
    const waiting = shared[key];
    shared[key] = receive;
    receive(waiting);
  });
}
