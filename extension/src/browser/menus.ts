import { api, isOpenTab, type OpenTab } from "./api.js";

export interface MenuItem {
  readonly id: string;
  readonly title: string;
  /** Where a right click offers it. */
  readonly context: "page" | "selection" | "link" | "action";
}

export interface MenuChoice {
  readonly id: string;
  /** The link that was clicked on, or `""`. */
  readonly link: string;
  /** The page's address, or `""`. */
  readonly page: string;
}

const webPages = ["http://*/*", "https://*/*"];

/** Puts the items into the browser's menus, in place of those that were there; the browser keeps them when the background ends. */
export async function setMenus(items: readonly MenuItem[]): Promise<void> {
  const { contextMenus } = api();
  if (!contextMenus) return;
  await contextMenus.removeAll();
  for (const { id, title, context } of items) {
    contextMenus.create({ id, title, contexts: [context], ...(context === "link" && { targetUrlPatterns: webPages }) });
  }
}

/** Calls `listener` in the very click, so that it may ask for a permission. */
export function onMenu(listener: (choice: MenuChoice, tab: OpenTab) => void): void {
  api().contextMenus?.onClicked.addListener(({ menuItemId, linkUrl = "", pageUrl }, tab) => {
    if (isOpenTab(tab)) listener({ id: String(menuItemId), link: linkUrl, page: pageUrl ?? tab.url ?? "" }, tab);
  });
}
