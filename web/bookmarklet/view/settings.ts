import { essentialSettings } from "../../src/reader/essential_settings.js";
import type { ReaderSettings } from "../../src/reader/settings.js";

export { essentialSettings as schema };

const { theme, font, size, width } = essentialSettings;

/** All that anything here asks for. */
export const defaultSettings = { theme: theme.initial, font: font.initial, size: size.initial, width: width.initial, shortcuts: true } as ReaderSettings;
