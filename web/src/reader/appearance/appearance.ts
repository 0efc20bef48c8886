import { element } from "../element.js";
import type { SettingName } from "../settings.js";
import type { ReaderFeature, ReaderView } from "../view.js";
import { controlFor } from "./controls.js";

const icon = "M3 18L8.5 5h1L15 18M5 13.5h8M15.5 18l2.8-7h.6l2.8 7M16.7 15.5h3.9";

/**
 * Shows the article as the settings say, with a panel for theme, font, size and width.
 * @param more shows the rest of the settings, and makes what follows the theme in the panel, and what follows all
 */
export function appearance(more?: (view: ReaderView) => () => readonly [HTMLElement, HTMLElement]): ReaderFeature {
  return (reader) => {
    const { page, element: view, settings, toolbar, phrases } = reader;
    const leftOut = reader.host.loadFont ? [] : ["hyperlegible", "dyslexic"]; // without their files they are sans serif
    if (more === undefined) leftOut.push("custom");
    const moreControls = more?.(reader);
    const control = (name: SettingName): HTMLElement => controlFor(reader, name, leftOut);
    const panel = toolbar.addPanel(phrases.text("appearance"), icon, () => {
      const [ofTheme, ofAll] = moreControls?.() ?? ["", ""];
      return element(page, "div", { class: "appearance" }, control("theme"), ofTheme, control("font"), control("size"), control("width"), ofAll);
    });
    settings.onChange(({ theme, font, size, width }) => {
      view.dataset["theme"] = theme;
      view.dataset["font"] = font;
      view.style.setProperty("--size", `${size}px`);
      view.style.setProperty("--width", `${width}em`);
    });
    reader.onKey("a", () => panel.toggle(), phrases.text("appearance"));
  };
}
