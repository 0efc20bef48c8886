import { element } from "../../../web/src/reader/element.js";
import { shortcuts } from "../browser/button.js";
import { message } from "../browser/runtime.js";
import { shortcutSettings } from "../browser/shortcut_settings.js";
import { find } from "./words.js";

const names = { _execute_action: "shortcutOpen", "read-selection": "commandSelection" } as const;

export async function showKeyboard(): Promise<void> {
  const now = await shortcuts();
  find("#keyboard").hidden = now === null;
  if (now === null) return;
  const lines = Object.entries(names).map(([command, name]) => {
    const keys = now[command];
    const shown = keys ? element(document, "kbd", {}, keys) : message("shortcutNone");
    return element(document, "div", {}, element(document, "dt", {}, message(name)), element(document, "dd", {}, shown));
  });
  find("#keyboard dl").replaceChildren(...lines);
  const change = shortcutSettings();
  const button = find("#change-shortcuts");
  button.hidden = change === undefined;
  button.onclick = () => void change?.();
  find("#shortcuts-how").hidden = change !== undefined;
}
