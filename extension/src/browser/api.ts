// The part of the extension API that is used, as both browsers have it under Manifest V3. Chromium calls it `chrome`, Firefox `browser`.
// Only this folder touches it; what differs between the two is levelled here.

export interface ExtensionApi {
  readonly action: {
    readonly onClicked: Event<(tab: Tab) => void>;
    setBadgeText(details: { tabId: number; text: string }): Promise<void>;
    setBadgeBackgroundColor(details: { tabId: number; color: string }): Promise<void>;
    /** Absent in Firefox for Android. */
    setIcon?(details: { tabId: number; path: Readonly<Record<string, string>> }): Promise<void>;
    setTitle(details: { tabId: number; title: string }): Promise<void>;
    setPopup(details: { tabId: number; popup: string }): Promise<void>;
    openPopup(options?: { windowId?: number }): Promise<void>;
  };
  /** Absent in Firefox for Android, as the menus are: there is neither a keyboard nor a right click. */
  readonly commands?: {
    readonly onCommand: Event<(command: string, tab?: Tab) => void>;
    /** Firefox 137 and later. */
    openShortcutSettings?(): Promise<void>;
    getAll(): Promise<readonly { readonly name?: string; readonly shortcut?: string }[]>;
  };
  readonly contextMenus?: {
    readonly onClicked: Event<(info: MenuClick, tab?: Tab) => void>;
    create(item: { id: string; title: string; contexts: readonly string[]; targetUrlPatterns?: readonly string[]; documentUrlPatterns?: readonly string[] }): void;
    removeAll(): Promise<void>;
  };
  /** Chromium's way into closed shadow roots; Firefox has it on elements. */
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
  readonly i18n: { getMessage(name: string, substitutions?: readonly string[]): string };
  readonly permissions: {
    readonly onAdded: Event<() => void>;
    readonly onRemoved: Event<() => void>;
    contains(permissions: Origins): Promise<boolean>;
    getAll(): Promise<{ readonly origins?: readonly string[] }>;
    remove(permissions: Origins): Promise<boolean>;
    request(permissions: Origins): Promise<boolean>;
  };
  readonly runtime: {
    readonly onInstalled: Event<(details: { readonly reason: string }) => void>;
    readonly onMessage: Event<(message: unknown, sender: Sender, respond: (answer: unknown) => void) => boolean>;
    /** Undefined in a page whose extension was updated or taken away meanwhile. */
    readonly id?: string;
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<unknown>;
  };
  readonly scripting: {
    executeScript(injection: Injection): Promise<readonly ({ readonly result?: unknown } | null | undefined)[]>;
    getRegisteredContentScripts(filter: { ids: readonly string[] }): Promise<readonly unknown[]>;
    registerContentScripts(scripts: readonly ContentScript[]): Promise<void>;
    updateContentScripts(scripts: readonly ContentScript[]): Promise<void>;
    unregisterContentScripts(filter: { ids: readonly string[] }): Promise<void>;
  };
  readonly storage: { readonly local: StorageArea; readonly sync?: StorageArea; readonly onChanged: Event<(changes: object) => void> };
  readonly tabs: {
    readonly onUpdated: Event<(id: number, change: { readonly status?: string }, tab: Tab) => void>;
    create(details: { url: string; active?: boolean; openerTabId?: number }): Promise<Tab>;
    get(id: number): Promise<Tab>;
  };
}

export interface Event<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

export interface Tab {
  readonly id?: number;
  readonly windowId?: number;
  readonly status?: string;
  /** It stands in a private window. */
  readonly incognito?: boolean;
  /** Only where the extension may read the page. */
  readonly url?: string;
}

export interface Sender {
  readonly id?: string;
  readonly tab?: Tab;
  readonly frameId?: number;
  readonly url?: string;
}

export interface MenuClick {
  readonly menuItemId: string | number;
  readonly linkUrl?: string;
  readonly pageUrl?: string;
}

export interface Origins {
  readonly origins: readonly string[];
}

export interface StorageArea {
  get(keys: string | readonly string[] | null): Promise<Readonly<Record<string, unknown>>>;
  set(items: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: string | readonly string[]): Promise<void>;
  /** Chromium's alone: keeps content scripts, which share a process with the page, from the store. */
  setAccessLevel?(access: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}

export interface ContentScript {
  readonly id: string;
  readonly matches: readonly string[];
  readonly js: readonly string[];
  readonly runAt: "document_idle";
}

type Injection = { readonly target: { readonly tabId: number } } & (
  | { readonly files: readonly string[] }
  | { readonly func: (...args: never[]) => unknown; readonly args: readonly unknown[] }
);

/** A tab that is known by its number. */
export interface OpenTab {
  readonly id: number;
  readonly windowId?: number;
  readonly url?: string;
}

export function isOpenTab(tab: Tab | undefined): tab is OpenTab {
  return tab?.id !== undefined && tab.id >= 0;
}

export function api(): ExtensionApi {
  const scope: { browser?: ExtensionApi; chrome?: ExtensionApi } = globalThis as object;
  const found = scope.browser ?? scope.chrome;
  if (found === undefined) throw new Error("this code runs in a browser extension only");
  return found;
}
