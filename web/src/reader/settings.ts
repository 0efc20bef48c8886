// All that can be set, in one table: what is stored is checked against it, and the controls are made from it.

/** One of a few named values. */
interface Choice<Value extends string = string> {
  readonly kind: "choice";
  readonly values: readonly Value[];
  readonly initial: Value;
}

/** A number within bounds. */
export interface Range {
  readonly kind: "range";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
}

type Setting = Choice | Range;

const choice = <const Value extends string>(initial: Value, ...others: Value[]): Choice<Value> => ({ kind: "choice", values: [initial, ...others], initial });
const range = (min: number, max: number, step: number, initial: number): Range => ({ kind: "range", min, max, step, initial });

export const schema = {
  theme: choice("auto", "light", "sepia", "dark"),
  font: choice("serif", "sans", "mono"),
  /** Text in px. */
  size: range(14, 32, 1, 20),
  /** Column in em: lines of about 45 to 100 characters. */
  width: range(24, 52, 2, 34),
};

type Schema = typeof schema;
type ValueOf<Kind> = Kind extends Choice<infer Value> ? Value : Kind extends Range ? number : never;

export type SettingName = keyof Schema;
export type NamesOf<Kind> = { [Name in SettingName]: Schema[Name] extends Kind ? Name : never }[SettingName];
export type ReaderSettings = { readonly [Name in SettingName]: ValueOf<Schema[Name]> };

/** Makes whatever was stored (by an older version, or by someone else) into settings that the view can show. */
export function toSettings(stored: { readonly [Name in SettingName]?: unknown }): ReaderSettings {
  const entries = Object.entries(schema).map(([name, setting]) => [name, valid(setting, stored[name as SettingName])]);
  return Object.fromEntries(entries) as ReaderSettings;
}

export const defaultSettings: ReaderSettings = /* @__PURE__ */ toSettings({});

function valid(setting: Setting, value: unknown): unknown {
  switch (setting.kind) {
    case "choice":
      return setting.values.find((known) => known === value) ?? setting.initial;
    case "range":
      return typeof value === "number" && Number.isFinite(value) ? Math.min(setting.max, Math.max(setting.min, value)) : setting.initial;
  }
}
