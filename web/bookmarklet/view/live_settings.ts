import type { ReaderSettings } from "../../src/reader/settings.js";
import type { LiveSettings } from "../../src/reader/view.js";
import { defaultSettings } from "./settings.js";

/** Nothing is kept: whatever a bookmarklet stores, it stores with the site. */
export function liveSettings(): LiveSettings {
  const listeners: ((settings: ReaderSettings) => void)[] = [];
  let current = defaultSettings;
  return {
    get current() {
      return current;
    },
    onChange(listener) {
      listeners.push(listener);
      listener(current);
    },
    change(changed) {
      current = { ...current, ...changed };
      for (const listener of listeners) listener(current);
    },
  };
}
