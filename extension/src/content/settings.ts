import type { ReaderFeature, ReaderSettings } from "../../../web/src/reader/index.js";
import { toSettings } from "../../../web/src/reader/settings.js";
import { isRecord, type Fields } from "../values.js";
import { ask, askForValue } from "./request.js";
import { onReturn } from "./return.js";

/** A slider changes many times a second; the browser takes 120 changes a minute that it carries to other computers. */
const pause = 600; // ms

/** The settings as the background gave them, and as they are chosen after that. */
export interface SettingsOfPage {
  load(): Promise<Partial<ReaderSettings>>;
  /** Sends what is others now, and nothing else: another tab may have changed the rest. */
  save(settings: ReaderSettings): Promise<void>;
  /** Sends what waits: the reader is closed, or the page left. */
  flush(): void;
  /** Has a view take what was chosen elsewhere when one comes back to it. */
  readonly follow: ReaderFeature;
}

export function settingsFrom(stored: Fields): SettingsOfPage {
  let current = toSettings(stored);
  let waiting: Partial<ReaderSettings> = {};
  /** The choice holds for this page all the same. */
  let refused: Partial<ReaderSettings> = {};
  let resting = false;

  function flush(): void {
    const changed = waiting;
    waiting = {};
    if (Object.keys(changed).length === 0) return;
    resting = true;
    setTimeout(next, pause);
    ask({ type: "change-settings", changed }).catch((error: unknown) => {
      console.error(error);
      refused = { ...refused, ...changed };
    });
  }
  function next(): void {
    resting = false;
    flush();
  }

  return {
    load: () => Promise.resolve(current),
    save(settings) {
      waiting = { ...waiting, ...difference(current, settings) };
      current = settings;
      if (!resting) flush();
      return Promise.resolve();
    },
    flush,
    follow({ settings, onClose }) {
      async function take(): Promise<void> {
        const before = current;
        const stored = await askForValue({ type: "load-settings" });
        if (current !== before || !isRecord(stored)) return; // what was chosen meanwhile outranks it
        const changed = difference(before, { ...toSettings(stored), ...refused, ...waiting });
        if (Object.keys(changed).length === 0) return;
        current = { ...before, ...changed }; // nothing of it is sent back
        settings.change(changed);
      }
      onClose(onReturn(() => void take().catch((error: unknown) => console.error(error))));
    },
  };
}

function difference(before: ReaderSettings, after: ReaderSettings): Partial<ReaderSettings> {
  const names = Object.keys(after) as (keyof ReaderSettings)[];
  return Object.fromEntries(names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, after[name]]));
}
