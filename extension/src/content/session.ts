import { allFeatures, mountReader, type Reader, type ReaderView } from "../../../web/src/reader/index.js";
import type { Article } from "../../../web/src/types.js";
import { message } from "../browser/runtime.js";
import { alwaysButton } from "./always.js";
import { makeCover } from "./cover.js";
import type { Early } from "./early_request.js";
import { addressOf, watchGrowth } from "./growth.js";
import { makeHost } from "./host.js";
import { moreButton } from "./more.js";
import { clearNotice, showNotice, type Notice } from "./notice.js";
import { partsOf } from "./page_parts.js";
import { goToPlace, placeIn } from "./place.js";
import { rehearse } from "./rehearsal.js";
import { requestArticle, type Extracted } from "./request.js";
import { isRelated, isSame } from "./same_article.js";
import { hasText, scrollTo, type Selected } from "./selection.js";
import { settingsFrom, type SettingsOfPage } from "./settings.js";
import { watchUse } from "./view_use.js";

/** The reader over this page, from the click that opens it to the one that closes it. */
export interface Session {
  isOpen(): boolean;
  /** Whether there was something to see, and the page has not thrown it away. */
  hasShown(): boolean;
  /** What it shows, if that is an article. */
  article(): Article | undefined;
  close(): void;
}

export interface SessionOptions {
  /** Nobody asked: show nothing where there is no article. */
  readonly byItself?: boolean;
  /** Nor where it is this one. */
  readonly unwanted?: Article | undefined;
  /** What to read, or to begin with. */
  readonly selected?: Selected | null;
  /** The page has been read already. */
  readonly early?: Early | undefined;
}

/** Below it the view says that parts may be missing; by itself it does not open then. */
const surely = 0.3;
/** Words that an article must have more to be worth a change of what is being read. */
const worthwhile = 15;
/** Share of the words that another text in the article's place must have: less may be a bar that took the article away. */
const stillArticle = 0.5;

/** Whether there is time left after whatever has come in meanwhile: what is waited for is not here yet. */
function isFree(waitedFor: Promise<unknown>): Promise<boolean> {
  return Promise.race([waitedFor.then(() => false), new Promise<boolean>((resolve) => setTimeout(() => resolve(true)))]);
}

/** Opens the reader over the page. */
export function openSession({ byItself = false, unwanted, selected = null, early }: SessionOptions, onClose: () => void): Session {
  const cover = makeCover(close);
  let reader: Reader | undefined;
  let view: ReaderView | undefined;
  let shown: { readonly extracted: Extracted; readonly address: string } | undefined;
  let wasUsed = (): boolean => false;
  let settings: SettingsOfPage | undefined;
  let closed = false;

  function close(): void {
    if (closed) return;
    closed = true;
    unwatch();
    reader?.destroy();
    flush();
    removeEventListener("pagehide", flush);
    cover.close();
    onClose();
  }

  function flush(): void {
    settings?.flush();
  }

  function tell(notice: Notice): void {
    showNotice(cover.show(), notice, close);
  }

  function show(extracted: Extracted): void {
    const before = reader;
    const body = cover.show();
    try {
      settings ??= settingsFrom(extracted.settings);
      const host = makeHost(extracted, { settings, place: body, close, warn: (text, offer) => view?.say(text, offer) });
      const features = [...allFeatures, settings.follow, ...(extracted.always === null ? [] : [alwaysButton(extracted.always)]), (made: ReaderView) => void (view = made)];
      if (!before) clearNotice(body);
      body.setAttribute("aria-label", extracted.article.title);
      reader = mountReader(body, extracted.article, host, features);
      before?.destroy();
      if (view) wasUsed = watchUse(view);
      shown = { extracted, address: addressOf(document) };
    } catch (error) {
      console.error(error);
      body.replaceChildren();
      reader = undefined;
      tell("broken");
    }
  }

  async function open(): Promise<void> {
    const asked = early?.article ?? requestArticle();
    // While the background works:
    if (!byItself) cover.prepare(); // else it may be that nothing is to be shown
    if (await isFree(asked)) rehearse();
    const whole = await asked;
    const isThere = selected && typeof whole === "object" && hasText(whole.article.tree, selected.text);
    const part = selected && !isThere ? await requestArticle(selected.element) : whole;
    if (closed) return; // clicked again before the answer came
    const content = typeof part === "object" ? part : whole;
    if (byItself && (typeof content === "string" || content.article.confidence < surely || (unwanted && isSame(unwanted, content.article)))) return close();
    if (typeof content === "string") return tell(content);
    show(content);
    if (!view) return;
    if (selected) scrollTo(view, selected.text);
    if (content.article.warnings.includes("text-from-data")) view.say(message("fromData"));
    if (content.ignoredRules.length > 0) view.say(message("ignoredRules", content.ignoredRules.join(", ")));
  }

  /** The page has more text now, or is another one. */
  async function update(): Promise<void> {
    if (shown?.extracted.kind === "selection") return;
    const extracted = await requestArticle();
    if (closed || typeof extracted === "string") return;
    if (!shown) return show(extracted);
    const { article } = shown.extracted;
    const moved = shown.address !== addressOf(document);
    // Pages tidy up their addresses, too, and show the same as before.
    if (moved && !isSame(article, extracted.article)) return show(extracted);
    shown = { ...shown, address: addressOf(document) };
    if (extracted.article.wordCount < (isRelated(article, extracted.article) ? article.wordCount + worthwhile : article.wordCount * stillArticle)) return;
    const replace = (): void => {
      const place = view ? placeIn(view) : null;
      show(extracted);
      if (view) goToPlace(view, place);
    };
    // What a person did in the view would be lost with it.
    if (!view || (!wasUsed() && placeIn(view) === null)) replace();
    else moreButton(view, replace);
  }

  // From the start, so that nothing is missed that comes while the article is waited for.
  const unwatch = watchGrowth(document, () => void opening.then(update), { before: early?.state, partsOf });
  const opening = open();
  addEventListener("pagehide", flush);
  return { isOpen: () => !closed, hasShown: cover.hasShown, article: () => shown?.extracted.article, close };
}
