import { api } from "./api.js";

/** What opens the browser's page for shortcuts; undefined where an extension cannot. */
export function shortcutSettings(): (() => Promise<unknown>) | undefined {
  const { commands, tabs, runtime } = api();
  if (commands?.openShortcutSettings) return () => commands.openShortcutSettings?.() ?? Promise.resolve();
  if (runtime.getURL("").startsWith("chrome-extension:")) return () => tabs.create({ url: "chrome://extensions/shortcuts" });
  return undefined;
}
