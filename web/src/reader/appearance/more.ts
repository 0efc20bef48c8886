import { element } from "../element.js";
import { defaultSettings, type SettingName } from "../settings.js";
import type { ReaderView } from "../view.js";
import { controlFor } from "./controls.js";
import { customColours } from "./custom_colours.js";
import { loadFaces } from "./faces.js";
import { flow } from "./flow.js";
import css from "./more.css" with { type: "text" };

const folded: readonly SettingName[] = [
  ...(["lineHeight", "paragraphSpacing", "letterSpacing", "wordSpacing", "columns", "align", "writing"] as const),
  ...(["hyphens", "images", "ruler", "shortcuts"] as const),
];

/** The rest of the settings: colours where the theme is the reader's own, and all others folded away until they are wanted. */
export function moreAppearance(reader: ReaderView): readonly [HTMLElement, HTMLElement] {
  const { page, element: view, settings, phrases, host } = reader;
  reader.addStyle(css);
  loadFaces(reader);
  flow(reader);
  settings.onChange((current) => {
    for (const name of ["lineHeight", "paragraphSpacing", "letterSpacing", "wordSpacing"] as const) view.style.setProperty(`--${name}`, String(current[name]));
    for (const name of ["align", "hyphens", "images"] as const) view.dataset[name] = String(current[name]);
  });

  const reset = element(page, "button", { type: "button", class: "action" }, phrases.text("reset"));
  reset.addEventListener("click", () => settings.change(defaultSettings));
  const actions = element(page, "p", { class: "actions" }, reset);
  if (host.openSettings) {
    const all = element(page, "button", { type: "button", class: "action" }, phrases.text("allSettings"));
    all.addEventListener("click", () => host.openSettings?.());
    actions.append(all);
  }
  const summary = element(page, "summary", {}, phrases.text("more"));
  const more = element(page, "details", { class: "more" }, summary, ...folded.map((name) => controlFor(reader, name)), actions);
  return [customColours(reader), more];
}
