import type { ReaderHost } from "./host.js";
import { defaultSettings, toSettings, type ReaderSettings } from "./settings.js";
import type { LiveSettings } from "./view.js";

/** The settings of one view: the defaults, soon those that were stored, then what is chosen. */
export function liveSettings(host: ReaderHost): LiveSettings {
  const listeners: ((settings: ReaderSettings) => void)[] = [];
  let current = defaultSettings;
  let touched = false;

  function show(settings: ReaderSettings): void {
    current = settings;
    for (const listener of listeners) listener(current);
  }

  host.loadSettings().then(
    (stored) => {
      if (!touched) show(toSettings(stored)); // a choice made while waiting outranks an older one
    },
    () => {},
  );

  return {
    get current() {
      return current;
    },
    onChange(listener) {
      listeners.push(listener);
      listener(current);
    },
    change(changed) {
      touched = true;
      show(toSettings({ ...current, ...changed }));
      host.saveSettings(current).catch(() => {}); // the choice holds for this view all the same
    },
  };
}
