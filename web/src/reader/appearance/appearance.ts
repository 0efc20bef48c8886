import { element } from "../element.js";
import type { SettingName } from "../settings.js";
import type { ReaderFeature } from "../view.js";
import { controlFor } from "./controls.js";

const icon = "M3 18L8.5 5h1L15 18M5 13.5h8M15.5 18l2.8-7h.6l2.8 7M16.7 15.5h3.9";

/** Shows the article as the settings say, with a panel of controls for these of them. */
export function appearance(names: readonly SettingName[]): ReaderFeature {
  return ({ page, element: view, settings, toolbar, phrases }) => {
    const controls = names.map((name) => controlFor(page, name, phrases, settings));
    toolbar.addPanel(phrases.text("appearance"), icon, element(page, "div", { class: "appearance" }, ...controls));
    settings.onChange(({ theme, font, size, width }) => {
      view.dataset["theme"] = theme;
      view.dataset["font"] = font;
      view.style.setProperty("--size", `${size}px`);
      view.style.setProperty("--width", `${width}em`);
    });
  };
}
