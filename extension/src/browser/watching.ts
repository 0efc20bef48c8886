import { api } from "./api.js";

const id = "watch";

/** Has `watch.js` run by itself on the pages of these sites, and nowhere else. The browser remembers it when it is closed. */
export async function watchSites(patterns: readonly string[]): Promise<void> {
  const { scripting } = api();
  const registered = (await scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
  if (patterns.length === 0) {
    if (registered) await scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = { id, matches: patterns, js: ["watch.js"], runAt: "document_idle" } as const;
  if (registered) await scripting.updateContentScripts([script]);
  else await scripting.registerContentScripts([script]);
}
