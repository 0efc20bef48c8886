import { own } from "../../../web/src/own.js";

/**
 * Calls `listener` when one comes back to the page from another tab or window, where what is stored may have been changed.
 * @returns what ends that
 */
export function onReturn(listener: () => void): () => void {
  const look = (): void => {
    if (own(document, "visibilityState") === "visible") listener();
  };
  const events = ["visibilitychange", "focus"]; // of two windows side by side both are visible
  for (const type of events) addEventListener(type, look);
  return () => {
    for (const type of events) removeEventListener(type, look);
  };
}
