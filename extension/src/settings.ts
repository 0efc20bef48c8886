import type { ReaderSettings } from "../../web/src/reader/settings.js";
import { loadStored, store } from "./browser.js";

const key = "reader";

/** The reader's settings as they were last saved; the reader itself doubts each value. */
export async function loadSettings(): Promise<Partial<ReaderSettings>> {
  const stored = await loadStored(key);
  return typeof stored === "object" && stored !== null ? stored : {};
}

export function saveSettings(settings: ReaderSettings): Promise<void> {
  return store(key, settings);
}
