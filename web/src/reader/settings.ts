// All that can be set, in one table: what is stored is checked against it, and the controls are made from it.

import { choice, essentialSettings, range, type Choice, type Range } from "./essential_settings.js";

/** Short texts by short keys. */
interface Texts {
  readonly kind: "texts";
  readonly initial: Readonly<Record<string, string>>;
}

interface Switch {
  readonly kind: "switch";
  readonly initial: boolean;
}

/** `#rrggbb`, as `<input type=color>` has it. */
interface Colour {
  readonly kind: "colour";
  readonly initial: string;
}

type Setting = Choice | Range | Switch | Colour | Texts;

const toggle = (initial: boolean): Switch => ({ kind: "switch", initial });
const colour = (initial: string): Colour => ({ kind: "colour", initial });
const texts: Texts = { kind: "texts", initial: {} };

export const schema = {
  ...essentialSettings,
  /** Of the text's size. */
  lineHeight: range(1.2, 2.4, 0.05, 1.6),
  /** The rest of the spacing in em; WCAG 1.4.12 asks for 2, .12 and .16 to be possible. */
  paragraphSpacing: range(0.4, 3, 0.1, 1),
  letterSpacing: range(0, 0.2, 0.01, 0),
  wordSpacing: range(0, 0.6, 0.02, 0),
  align: choice("start", "justify"),
  columns: range(1, 3, 1, 1),
  writing: choice("auto", "horizontal", "vertical"),
  hyphens: toggle(true),
  images: toggle(true),
  ruler: toggle(false),
  /** Keys of one letter; WCAG 2.1.4 asks that they can be turned off. */
  shortcuts: toggle(true),
  /** The custom theme. */
  paper: colour("#fbf7ef"),
  ink: colour("#2a2622"),
  link: colour("#1f5c87"),
  /** Of reading aloud; 1 is the voice's own. */
  speed: range(0.5, 3, 0.1, 1),
  /** The voice (its URI) chosen for a language (its tag without script and region). */
  voices: texts,
};

type Schema = typeof schema;
type ValueOf<Kind> = Kind extends Choice<infer Value> ? Value : Kind extends Range ? number : Kind extends Switch ? boolean : Kind extends Texts ? Texts["initial"] : string;

export type SettingName = keyof Schema;
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
    case "texts":
      return textsIn(value);
    case "switch":
      return typeof value === "boolean" ? value : setting.initial;
    case "colour":
      return typeof value === "string" && /^#[\da-f]{6}$/i.test(value) ? value : setting.initial;
  }
}

/** At most as many and as long as settings that the browser carries from one device to another may be. */
function textsIn(value: unknown): Readonly<Record<string, string>> {
  const isShort = (text: unknown): text is string => typeof text === "string" && text.length <= 200;
  const entries: [string, unknown][] = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => isShort(entry[0]) && isShort(entry[1])).slice(0, 30));
}
