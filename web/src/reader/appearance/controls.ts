import { element } from "../element.js";
import { schema, type SettingName } from "../settings.js";
import type { ReaderView } from "../view.js";

/**
 * The control of a setting, made from what it may be: native ones, so keyboard and screen readers know them.
 * @param leftOut choices that this place cannot offer
 */
export function controlFor({ page, phrases, settings }: ReaderView, name: SettingName, leftOut: readonly string[] = []): HTMLElement {
  const setting = schema[name];
  const label = phrases.find(`setting.${name}`) ?? name;
  if (setting.kind === "choice") {
    const inputs = setting.values.filter((value) => !leftOut.includes(value)).map((value) => {
      const input = element(page, "input", { type: "radio", name: `p-${name}`, value });
      input.addEventListener("change", () => settings.change({ [name]: value }));
      settings.onChange((current) => (input.checked = current[name] === value));
      return element(page, "label", { class: value }, input, element(page, "span", {}, phrases.find(`${name}.${value}`) ?? value));
    });
    return element(page, "fieldset", { class: name }, element(page, "legend", {}, label), ...inputs);
  }
  const range = setting.kind === "range";
  const type = range ? "range" : setting.kind === "switch" ? "checkbox" : "color";
  const input = element(page, "input", { type, name: `p-${name}`, ...(type === "checkbox" && { role: "switch" }) });
  if (range) for (const bound of ["min", "max", "step"] as const) input[bound] = String(setting[bound]);
  input.addEventListener("input", () => settings.change({ [name]: range ? input.valueAsNumber : type === "checkbox" ? input.checked : input.value }));
  settings.onChange(({ [name]: value }) => {
    if (typeof value === "boolean") input.checked = value;
    else input.value = String(value);
  });
  const words = element(page, "span", {}, label);
  return element(page, "label", { class: range ? "slider" : setting.kind }, ...(range ? [words, input] : [input, words]));
}
