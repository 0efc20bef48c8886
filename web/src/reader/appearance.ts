import { element } from "./element.js";
import type { ReaderSettings } from "./host.js";
import { choices, phrases } from "./phrases.js";
import { fonts, ranges, themes } from "./settings.js";

export interface Appearance {
  readonly element: HTMLElement;
  /** Moves the controls to these values. */
  show(settings: ReaderSettings): void;
}

/** The controls for theme, font, size and width: native ones, so keyboard and screen readers know them. */
export function buildAppearance(page: Document, onChange: (changed: Partial<ReaderSettings>) => void): Appearance {
  const theme = radios(page, "theme", themes, (value) => onChange({ theme: value }));
  const font = radios(page, "font", fonts, (value) => onChange({ font: value }));
  const size = slider(page, "size", (value) => onChange({ size: value }));
  const width = slider(page, "width", (value) => onChange({ width: value }));
  return {
    element: element(page, "div", { class: "appearance" }, theme.element, font.element, size.element, width.element),
    show(settings) {
      theme.show(settings.theme);
      font.show(settings.font);
      size.show(settings.size);
      width.show(settings.width);
    },
  };
}

interface Control<Value> {
  readonly element: HTMLElement;
  show(value: Value): void;
}

function radios<Value extends string>(
  page: Document,
  name: "theme" | "font",
  values: readonly Value[],
  onChange: (value: Value) => void,
): Control<Value> {
  const inputs = values.map((value) => {
    const input = element(page, "input", { type: "radio", name: `p-${name}`, value });
    input.addEventListener("change", () => onChange(value));
    return input;
  });
  const labels = inputs.map((input) =>
    element(page, "label", { class: input.value }, input, element(page, "span", {}, choices[input.value] ?? input.value)),
  );
  return {
    element: element(page, "fieldset", { class: name }, element(page, "legend", {}, phrases[name]), ...labels),
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

function slider(page: Document, name: "size" | "width", onChange: (value: number) => void): Control<number> {
  const { min, max, step } = ranges[name];
  const input = element(page, "input", { type: "range", min: `${min}`, max: `${max}`, step: `${step}`, name: `p-${name}` });
  input.addEventListener("input", () => onChange(input.valueAsNumber));
  return {
    element: element(page, "label", { class: "slider" }, element(page, "span", {}, phrases[name]), input),
    show(value) {
      input.value = String(value);
    },
  };
}
