import { element } from "../element.js";
import { defaultSettings, type SettingName } from "../settings.js";
import type { ReaderView } from "../view.js";
import { controlFor } from "./controls.js";
import { customColours, showColours } from "./custom_colours.js";
import { loadFaces } from "./faces.js";
import { flow } from "./flow.js";
import css from "./more.css" with { type: "text" };

const folded: readonly SettingName[] = [
  ...(["lineHeight", "paragraphSpacing", "letterSpacing", "wordSpacing", "columns", "align", "writing"] as const),
  ...(["hyphens", "images", "ruler", "shortcuts"] as const),
];

/**
 * Shows the article as the rest of the settings say.
 * @returns what makes their controls: colours where the theme is the reader's own, and all others folded away until they are wanted
 */
export function moreAppearance(reader: ReaderView): () => readonly [HTMLElement, HTMLElement] {
  const { element: view, settings } = reader;
  reader.addStyle(css);
  loadFaces(reader);
  flow(reader);
  showColours(reader);
  settings.onChange((current) => {
    for (const name of ["lineHeight", "paragraphSpacing", "letterSpacing", "wordSpacing"] as const) view.style.setProperty(`--${name}`, String(current[name]));
    for (const name of ["align", "hyphens", "images"] as const) view.dataset[name] = String(current[name]);
  });
  return () => [customColours(reader), foldedControls(reader)];
}

function foldedControls(reader: ReaderView): HTMLElement {
  const { page, settings, phrases, host } = reader;
  const reset = element(page, "button", { type: "button", class: "action" }, phrases.text("reset"));
  reset.addEventListener("click", () => settings.change(defaultSettings));
  const actions = element(page, "p", { class: "actions" }, reset);
  if (host.openSettings) {
    const all = element(page, "button", { type: "button", class: "action" }, phrases.text("allSettings"));
    all.addEventListener("click", () => host.openSettings?.());
    actions.append(all);
  }
  const summary = element(page, "summary", {}, phrases.text("more"));
  return element(page, "details", { class: "more" }, summary, ...folded.map((name) => controlFor(reader, name)), actions);
}
