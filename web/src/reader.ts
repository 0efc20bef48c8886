import { badInput, checkObject } from "./errors.js";
import type { Reader } from "./reader/mount.js";
import { mountReader as mount } from "./reader/mount_later.js";
import { allFeatures } from "./reader/features.js";
import type { ReaderHost } from "./reader/host.js";
import type { ReaderFeature } from "./reader/view.js";
import type { Article } from "./types.js";

export { PithError, type PithErrorCode } from "./errors.js";
export { allFeatures, essentialFeatures } from "./reader/features.js";
export type { Mark, MarkStore, ReaderFile, ReaderHost, RuleStore, SiteRule } from "./reader/host.js";
export type { Reader } from "./reader/mount.js";
export type { PhraseTable } from "./reader/phrases.js";
export type { ReaderSettings } from "./reader/settings.js";
export type { ReaderFeature, ReaderView } from "./reader/view.js";

/**
 * Shows an article in the reader view: in an element, which it fills, or in a shadow root, where it covers the window. It brings its
 * style sheet as an object, so a page's content policy need not allow any style.
 * @param article extracted with `outputs` that has `"tree"`; with `"markdown"` it can be copied, with `explain` it tells what was left out
 * @param host what the view leaves to the page: settings that last, what closing does. By default nothing is kept, and closing is `destroy`
 * @param features what the view can do beside showing the article: all that Pith has, a list of some, or with some of your own
 * @throws PithError `bad-input` where the article has no tree, or there is no such element
 * @example
 * const reader = mountReader(document.querySelector("#reader"), await extract(page, { outputs: ["tree", "markdown"] }));
 */
export function mountReader(
  root: ShadowRoot | HTMLElement,
  article: Article,
  host: Partial<ReaderHost> = {},
  features: readonly ReaderFeature[] = allFeatures,
): Reader {
  if (typeof (root as Node | null)?.nodeType !== "number") throw badInput("root", "a ShadowRoot or an HTMLElement", root); // selectors may find none
  checkObject(article, "article");
  if (article.tree === undefined) throw badInput("article.tree", 'there, as extract gives it with outputs: ["tree"]', article.tree);
  const defaults = { loadSettings: () => Promise.resolve({}), saveSettings: () => Promise.resolve(), close: () => reader.destroy() };
  const reader = mount(root, article, { ...defaults, ...host }, features);
  return reader;
}
