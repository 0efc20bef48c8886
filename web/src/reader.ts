import { badInput } from "./errors.js";
import { mountReader as mount, type Reader } from "./reader/mount.js";
import type { ReaderHost } from "./reader/host.js";
import type { Article } from "./types.js";

export { PithError, type PithErrorCode } from "./errors.js";
export type { ReaderHost, ReaderSettings } from "./reader/host.js";
export type { Reader } from "./reader/mount.js";

/**
 * Shows an article in the reader view: in an element, which it fills, or in a shadow root, where it covers the window. It brings its
 * style sheet as an object, so a page's content policy need not allow any style.
 * @param article extracted with `outputs` that has `"tree"`; with `"markdown"` it can be copied, with `explain` it tells what was left out
 * @param host what the view leaves to the page: settings that last, what closing does. By default nothing is kept, and closing is `destroy`
 * @throws PithError `bad-input` where the article has no tree
 * @example
 * const reader = mountReader(document.querySelector("#reader"), await extract(page, { outputs: ["tree", "markdown"] }));
 */
export function mountReader(root: ShadowRoot | HTMLElement, article: Article, host: Partial<ReaderHost> = {}): Reader {
  if (article.tree === undefined) throw badInput("article.tree", 'there, as extract gives it with outputs: ["tree"]', article.tree);
  const reader = mount(root, article, {
    loadSettings: () => Promise.resolve({}),
    saveSettings: () => Promise.resolve(),
    close: () => reader.destroy(),
    ...host,
  });
  return reader;
}
