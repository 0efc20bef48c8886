import { api, isOpenTab, type OpenTab } from "./api.js";

/** A text of `_locales`, in the browser's language, or in English where that lacks it; `{0}`, `{1}` … of the word files are the values. */
export function message(name: string, ...values: readonly string[]): string {
  return api().i18n.getMessage(name, values);
}

/** Address of a file of the extension. */
export function fileAddress(path: string): string {
  return api().runtime.getURL(path);
}

/** False in a page that was there before the extension was updated: its scripts have nobody left to talk to. */
export function isConnected(): boolean {
  return api().runtime.id !== undefined;
}

/** Who sent a message, by the browser's word and not the sender's. */
export interface MessageSource {
  readonly tab: OpenTab | null;
  /** Address of the page; `""` where the browser does not say. */
  readonly url: string;
  /** In a private window, of which nothing is to be kept. */
  readonly isPrivate: boolean;
}

/** Answers what `sendMessage` sends, and nobody else; the value is what came in, unchecked. */
export function onMessage(answer: (value: unknown, source: MessageSource) => Promise<unknown>): void {
  const { runtime } = api();
  runtime.onMessage.addListener((value, sender, respond) => {
    if (sender.id !== runtime.id) return false;
    const tab = isOpenTab(sender.tab) ? sender.tab : null;
    void answer(value, { tab, url: sender.url ?? "", isPrivate: sender.tab?.incognito === true }).then(respond);
    return true; // keeps the channel open; Chromium learned to take a promise later than we support
  });
}

/** Sends to the background and hands out its answer, unchecked. Rejects where the extension was updated meanwhile. */
export function sendMessage(value: unknown): Promise<unknown> {
  return api().runtime.sendMessage(value);
}

/** @param listener gets `"install"`, `"update"` or another reason */
export function onInstalled(listener: (reason: string) => void): void {
  api().runtime.onInstalled.addListener(({ reason }) => listener(reason));
}

/**
 * A shadow root of an element, closed ones included; save that Chromium tells of closed ones only where the element is a custom one or has nothing
 * else in it, since a question to its API takes as long as all else that a page's element is asked for.
 * @param name the element's local name
 */
export function anyShadowRoot(element: Element, name: string): ShadowRoot | null {
  if (!canHaveRoot.test(name)) return null;
  const { dom } = api();
  if (dom && !name.includes("-") && element.hasChildNodes()) return element.shadowRoot;
  if (dom) return element instanceof HTMLElement ? dom.openOrClosedShadowRoot(element) : null;
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}

/** The elements of `attachShadow`: custom ones and these. */
const canHaveRoot = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
