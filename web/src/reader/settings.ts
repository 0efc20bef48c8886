import type { ReaderSettings } from "./host.js";

export const themes = ["auto", "light", "sepia", "dark"] as const;
export const fonts = ["serif", "sans", "mono"] as const;

/** Text size in px, column width in em: lines of about 45 to 100 characters. */
export const ranges = {
  size: { min: 14, max: 32, step: 1 },
  width: { min: 24, max: 52, step: 2 },
} as const;

export const defaultSettings: ReaderSettings = { theme: "auto", size: 20, width: 34, font: "serif" };

/** Makes whatever was stored (by an older version, or by someone else) into settings that the view can show. */
export function toSettings(stored: Partial<ReaderSettings>): ReaderSettings {
  return {
    theme: oneOf(themes, stored.theme) ?? defaultSettings.theme,
    size: within("size", stored.size),
    width: within("width", stored.width),
    font: oneOf(fonts, stored.font) ?? defaultSettings.font,
  };
}

function oneOf<Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}

function within(name: "size" | "width", value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return defaultSettings[name];
  return Math.min(ranges[name].max, Math.max(ranges[name].min, value));
}
