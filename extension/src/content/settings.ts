import type { ReaderSettings } from "../../../web/src/reader/index.js";
import type { Fields } from "../values.js";
import { ask } from "./request.js";

/** A slider changes many times a second; the browser takes 120 changes a minute that it carries to other computers. */
const pause = 600; // ms

/** The settings as the background gave them, and as they are chosen after that. */
export interface SettingsOfPage {
  load(): Promise<Partial<ReaderSettings>>;
  save(settings: ReaderSettings): Promise<void>;
  /** Sends what waits: the reader is closed, or the page left. */
  flush(): void;
}

export function settingsFrom(stored: Fields): SettingsOfPage {
  let current = stored;
  let waiting: ReaderSettings | undefined;
  let resting = false;

  function send(settings: ReaderSettings): void {
    resting = true;
    setTimeout(next, pause);
    ask({ type: "save-settings", settings }).catch((error: unknown) => console.error(error)); // the choice holds for this page all the same
  }
  function next(): void {
    resting = false;
    flush();
  }
  function flush(): void {
    const last = waiting;
    waiting = undefined;
    if (last) send(last);
  }

  return {
    load: () => Promise.resolve(current as Partial<ReaderSettings>),
    save(settings) {
      current = settings;
      if (resting) waiting = settings;
      else send(settings);
      return Promise.resolve();
    },
    flush,
  };
}
