import { api, isOpenTab, type OpenTab } from "./api.js";

/** What the toolbar button says of one tab. */
export interface ButtonState {
  readonly badge?: string;
  readonly title: string;
  /** Page of the extension that a click opens; none by default. */
  readonly popup?: string;
  /** The page has an article. */
  readonly readable?: boolean;
}

/** Calls `listener` on each click on the toolbar button and on each press of its shortcut. */
export function onButton(listener: (tab: OpenTab) => void): void {
  api().action.onClicked.addListener((tab) => {
    if (isOpenTab(tab)) listener(tab);
  });
}

/** Calls `listener` at each of the other shortcuts of the manifest. */
export function onCommand(listener: (command: string, tab: OpenTab) => void): void {
  api().commands?.onCommand.addListener((command, tab) => {
    if (isOpenTab(tab)) listener(command, tab);
  });
}

/** The shortcuts by their names in the manifest, as they are set now; `""` where one has no keys. Null in a browser without shortcuts. */
export async function shortcuts(): Promise<Readonly<Record<string, string>> | null> {
  const all = await api().commands?.getAll();
  return all ? Object.fromEntries(all.map(({ name = "", shortcut = "" }) => [name, shortcut])) : null;
}

/** Sets the button for one tab; both browsers forget it when the tab goes to another page. */
export async function setButton(tab: OpenTab, state: ButtonState): Promise<void> {
  const { action } = api();
  const tabId = tab.id;
  const { badge = "", popup = "", title, readable } = state;
  await Promise.all([
    action.setBadgeText({ tabId, text: badge }),
    action.setTitle({ tabId, title }),
    action.setPopup({ tabId, popup }),
    ...(badge === "" ? [] : [action.setBadgeBackgroundColor({ tabId, color: "#b3261e" })]),
    ...(readable === undefined ? [] : [action.setIcon?.({ tabId, path: icons(readable ? "readable-" : "") })]),
  ]);
}

function icons(kind: string): Readonly<Record<string, string>> {
  return Object.fromEntries([16, 32, 48].map((size) => [`${size}`, `/icons/${kind}${size}.png`]));
}

/** Opens the button's popup; false where the browser wants a click for that. */
export async function openPopup(tab: OpenTab): Promise<boolean> {
  try {
    await api().action.openPopup(tab.windowId === undefined ? {} : { windowId: tab.windowId });
    return true;
  } catch {
    return false;
  }
}
