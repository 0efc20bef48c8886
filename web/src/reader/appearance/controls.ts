import { element } from "../element.js";
import type { Phrases } from "../phrases.js";
import { schema, type SettingName } from "../settings.js";
import type { LiveSettings } from "../view.js";

/** The control of a setting, made from what it may be: native ones, so keyboard and screen readers know them. */
export function controlFor(page: Document, name: SettingName, phrases: Phrases, settings: LiveSettings): HTMLElement {
  const setting = schema[name];
  const label = phrases.find(`setting.${name}`) ?? name;
  if (setting.kind === "choice") {
    const inputs = setting.values.map((value) => {
      const input = element(page, "input", { type: "radio", name: `p-${name}`, value });
      input.addEventListener("change", () => settings.change({ [name]: value }));
      settings.onChange((current) => (input.checked = current[name] === value));
      return element(page, "label", { class: value }, input, element(page, "span", {}, phrases.find(`${name}.${value}`) ?? value));
    });
    return element(page, "fieldset", { class: name }, element(page, "legend", {}, label), ...inputs);
  }
  const { min, max, step } = setting;
  const input = element(page, "input", { type: "range", min: `${min}`, max: `${max}`, step: `${step}`, name: `p-${name}` });
  input.addEventListener("input", () => settings.change({ [name]: input.valueAsNumber }));
  settings.onChange((current) => (input.value = String(current[name])));
  return element(page, "label", { class: "slider" }, element(page, "span", {}, label), input);
}
