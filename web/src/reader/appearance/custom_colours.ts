import { element } from "../element.js";
import type { ReaderView } from "../view.js";
import { contrastOf, luminanceOf } from "./contrast.js";
import { controlFor } from "./controls.js";

const leastContrast = 4.5; // WCAG 2.2, 1.4.3

/** Shows the article in the colours of the custom theme, where that is chosen. */
export function showColours({ element: view, settings }: ReaderView): void {
  settings.onChange(({ theme, paper, ink, link }) => {
    const own = { paper, ink, link, scheme: luminanceOf(paper) > 0.18 ? "light" : "dark" };
    for (const [name, value] of Object.entries(own)) {
      if (theme === "custom") view.style.setProperty(`--own-${name}`, value); // more.css: not on paper
      else view.style.removeProperty(`--own-${name}`);
    }
  });
}

/** The controls of the custom theme's colours, with a warning where they make the text hard to read. */
export function customColours(reader: ReaderView): HTMLElement {
  const { page, settings, phrases } = reader;
  const inputs = (["paper", "ink", "link"] as const).map((name) => controlFor(reader, name));
  const warning = element(page, "p", { class: "warning", role: "status" });
  const colours = element(page, "div", { class: "colours" }, ...inputs, warning);

  settings.onChange(({ theme, paper, ink, link }) => {
    const custom = theme === "custom";
    colours.hidden = !custom;
    if (!custom) return;
    const numbers = new Intl.NumberFormat(phrases.locale, { maximumFractionDigits: 1 });
    const say = (key: "lowContrastText" | "lowContrastLinks", colour: string): string[] => {
      const ratio = contrastOf(paper, colour);
      return ratio < leastContrast ? [phrases.text(key, { ratio: numbers.format(ratio) })] : [];
    };
    warning.textContent = [...say("lowContrastText", ink), ...say("lowContrastLinks", link)].join(" ");
  });
  return colours;
}
