import type { OpenTab } from "../browser/api.js";
import { onMenu, setMenus, type MenuItem } from "../browser/menus.js";
import { askFor } from "../browser/permissions.js";
import { message, onInstalled } from "../browser/runtime.js";
import { openTab, untilLoaded } from "../browser/tabs.js";
import { filesSite, siteOf } from "../site.js";
import { openAlways } from "../store/sites.js";
import { command, commandUnasked, explainRefusal } from "./opening.js";

const items: readonly Omit<MenuItem, "title">[] = [
  { id: "page", context: "page" },
  { id: "selection", context: "selection" },
  { id: "link", context: "link" },
  { id: "always", context: "action" },
];

export function listenToMenus(): void {
  onInstalled(() => void setMenus(items.map((item) => ({ ...item, title: message(`menu_${item.id}`) }))));
  onMenu(({ id, link, page }, tab) => {
    if (id === "page") void command(tab, "open");
    if (id === "selection") void command(tab, "read-selection");
    if (id === "link") void openLink(link, tab);
    if (id === "always") void openSiteAlways(page, tab);
  });
}

/** Reads a link in a tab of its own. The browser lets an extension into a page that was not clicked on only with the person's leave. */
async function openLink(link: string, tab: OpenTab): Promise<void> {
  const site = siteOf(link);
  if (site === null || site === filesSite) return;
  if (!(await allowed(site))) return command(tab, "tell-refused-link");
  const opened = await openTab(link, tab);
  try {
    await untilLoaded(opened);
    await commandUnasked(opened, "open"); // it may have led to another site, whose button still works
  } catch (error) {
    console.warn(error); // it did not load
  }
}

async function openSiteAlways(page: string, tab: OpenTab): Promise<void> {
  const site = siteOf(page);
  if (site === null || site === filesSite) return explainRefusal(tab);
  if (!(await allowed(site))) return;
  await openAlways(site, true);
  await command(tab, "open");
}

/** A person who closes the question has not allowed it. */
function allowed(site: string): Promise<boolean> {
  return askFor(site).catch((error: unknown) => {
    console.warn(error);
    return false;
  });
}
