// The only file that touches the extension API. Chromium calls it `chrome`, Firefox `browser`; what else differs
// between the two is levelled here.

/** The part of the API that is used, as both browsers have it under Manifest V3. */
interface ExtensionApi {
  readonly action: {
    readonly onClicked: Listeners<(tab: Tab) => void>;
    setBadgeText(details: { tabId: number; text: string }): Promise<void>;
    setBadgeBackgroundColor(details: { tabId: number; color: string }): Promise<void>;
    setTitle(details: { tabId: number; title: string }): Promise<void>;
    setPopup(details: { tabId: number; popup: string }): Promise<void>;
    openPopup(options?: { windowId?: number }): Promise<void>;
  };
  readonly i18n: { getMessage(name: string): string; getUILanguage(): string };
  readonly runtime: {
    readonly onMessage: Listeners<
      (message: unknown, sender: { readonly id?: string; readonly tab?: Tab }, respond: (answer: unknown) => void) => boolean
    >;
    readonly id: string;
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<unknown>;
  };
  readonly scripting: {
    executeScript(injection: { target: { tabId: number }; files: readonly string[] }): Promise<readonly unknown[]>;
  };
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Readonly<Record<string, unknown>>>;
      set(items: Readonly<Record<string, unknown>>): Promise<void>;
    };
  };
}

interface Listeners<Listener> {
  addListener(listener: Listener): void;
}

interface Tab {
  readonly id?: number;
  readonly windowId?: number;
}

/** A tab that is known by its number. */
export interface OpenTab {
  readonly id: number;
  readonly windowId?: number;
}

/** What the toolbar button says of one tab. */
export interface ButtonState {
  readonly badge: string;
  readonly title: string;
  /** Page of the extension that a click opens; `""` for none. */
  readonly popup: string;
}

function api(): ExtensionApi {
  const scope: { browser?: ExtensionApi; chrome?: ExtensionApi } = globalThis as object;
  const found = scope.browser ?? scope.chrome;
  if (found === undefined) throw new Error("this code runs in a browser extension only");
  return found;
}

/** Text of `_locales/<language>/messages.json`. */
export function message(name: string): string {
  return api().i18n.getMessage(name);
}

export function uiLanguage(): string {
  return api().i18n.getUILanguage();
}

/** Address of a file of the extension. */
export function fileAddress(path: string): string {
  return api().runtime.getURL(path);
}

/** Calls `listener` on each click on the toolbar button and on each press of the shortcut. */
export function onButton(listener: (tab: OpenTab) => void): void {
  api().action.onClicked.addListener((tab) => {
    if (isOpenTab(tab)) listener(tab);
  });
}

/** Answers what `sendMessage` sends, and nobody else; the value is what came in, unchecked. The tab is the browser's word, not the sender's. */
export function onMessage(answer: (value: unknown, tab: OpenTab | null) => Promise<unknown>): void {
  const { runtime } = api();
  runtime.onMessage.addListener((value, sender, respond) => {
    if (sender.id !== runtime.id) return false;
    const tab = sender.tab !== undefined && isOpenTab(sender.tab) ? sender.tab : null;
    void answer(value, tab).then(respond);
    return true; // keeps the channel open; Chromium learned to take a promise later than we support
  });
}

/** Sends to the background and hands out its answer, unchecked. Rejects where the extension was updated meanwhile. */
export function sendMessage(value: unknown): Promise<unknown> {
  return api().runtime.sendMessage(value);
}

/**
 * Runs a file of the extension in a page. Rejects on pages that the browser keeps from extensions.
 *
 * Right after a click Chromium may not have granted the tab yet (about one click in twelve) and then says the same as
 * of a forbidden page; so it is asked again, for 0.6 s in all.
 */
export async function runInPage(tab: OpenTab, file: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      const [ran] = await api().scripting.executeScript({ target: { tabId: tab.id }, files: [file] });
      if (ran === undefined || ran === null) throw new Error("the script did not run"); // all that Firefox says on about: pages
      return;
    } catch (error) {
      if (attempt > 4 || !/Cannot access contents/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 << attempt));
    }
  }
}

/** Sets the button for one tab; both browsers forget it when the tab goes to another page. */
export async function setButton(tab: OpenTab, state: ButtonState): Promise<void> {
  const { action } = api();
  const tabId = tab.id;
  await Promise.all([
    action.setBadgeText({ tabId, text: state.badge }),
    action.setTitle({ tabId, title: state.title }),
    action.setPopup({ tabId, popup: state.popup }),
    ...(state.badge === "" ? [] : [action.setBadgeBackgroundColor({ tabId, color: "#b3261e" })]),
  ]);
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

/** What was last stored under `key`, unchecked; undefined the first time. */
export async function loadStored(key: string): Promise<unknown> {
  return (await api().storage.local.get(key))[key];
}

export async function store(key: string, value: unknown): Promise<void> {
  await api().storage.local.set({ [key]: value });
}

function isOpenTab(tab: Tab): tab is OpenTab {
  return tab.id !== undefined;
}
