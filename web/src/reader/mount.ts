import type { Article } from "../types.js";
import { buildHeader } from "./article_header.js";
import { element, makeInert } from "./element.js";
import { fillAtOnce } from "./fill.js";
import type { ReaderHost } from "./host.js";
import { closeIcon } from "./icons.js";
import { listenToKeys } from "./keys.js";
import kinds from "./kinds.css" with { type: "text" };
import { goTo, placeInArticle } from "./links.js";
import { liveSettings } from "./live_settings.js";
import { directionOf, makePhrases } from "./phrases.js";
import { placeIn } from "./place.js";
import css from "./reader.css" with { type: "text" };
import { adopt } from "./stylesheet.js";
import { buildToolbar } from "./toolbar.js";
import type { ReaderFeature, ReaderView } from "./view.js";

/** A reader view on the screen. */
export interface Reader {
  /** What was added below the root. */
  readonly element: HTMLElement;
  /** Takes the view away with all that it added. */
  destroy(): void;
}

/**
 * Shows an article in the reader view.
 *
 * In a shadow root the view covers the window; in an element it fills that element, and makes a shadow root of its own
 * below it unless it stands in one already. Needs `article.tree`; some features want `article.markdown` and `article.removed`, too.
 * @param features what the view can do beside showing the article; their order is that of the toolbar
 * @param fill how the article's blocks come into it
 */
export function mountReader(root: ShadowRoot | HTMLElement, article: Article, host: ReaderHost, features: readonly ReaderFeature[], fill = fillAtOnce): Reader {
  // Built where nothing loads and no element of the page can stand in for what is called; it moves when it is appended.
  const page = makeInert(root.ownerDocument);
  const place = placeIn(root);
  const phrases = makePhrases(host.phrases);
  const { language: lang, direction: dir } = phrases;
  const view = element(page, "div", { class: place.covers ? "pith covers" : "pith", tabindex: "-1", lang, dir });
  const scroller = element(page, "div", { class: "scroll", tabindex: "-1", ...(place.covers && { role: "main" }) }); // elsewhere the page has a main part of its own
  const toolbar = buildToolbar(page, phrases);
  const text = element(page, "article", { class: "text", "aria-label": phrases.text("view") });
  const body = element(page, "div", { class: "body" });
  const footer = element(page, "footer");
  // What the page does not say must not come from the view, which speaks the reader's language.
  text.lang = article.lang ?? "";
  text.dir = article.dir ?? (article.lang ? directionOf(article.lang) : "auto");
  const { whole, onBlocks } = fill(page, body, article.tree, phrases, host.sanitize);

  const header = buildHeader(page, article, phrases);
  text.append(header.element, body, footer);
  view.append(toolbar.element, scroller);

  const settings = liveSettings(host);
  const keys = listenToKeys(view, () => settings.current.shortcuts);
  keys.add("Escape", () => {
    if (!toolbar.close()) host.close();
  });
  view.addEventListener("keydown", ({ target, key }) => {
    if (target === view && /^(Arrow|Page|Home|End| )/.test(key)) scroller.focus({ preventScroll: true }); // what has the focus is what these keys scroll
  });
  toolbar.addButton(phrases.text("close"), closeIcon, () => host.close());
  const opening: (() => void)[] = [];
  const closing: (() => void)[] = [];
  // One sheet of all that is there from the start: a sheet of its own costs browsers as much as a feature does.
  let styles: string[] | undefined = [css, kinds];
  const adoptStyle = (text: string): void => void closing.push(adopt(place.styles, text));
  const reader: ReaderView = {
    page,
    element: view,
    scroller,
    text,
    body,
    whole,
    onBlocks,
    footer,
    toolbar,
    article,
    host,
    phrases,
    settings,
    addFact: header.addFact,
    addStyle: (text) => void (styles ? styles.push(text) : adoptStyle(text)),
    shortcuts: keys.shortcuts,
    onKey: keys.add,
    onOpen: (action) => void opening.push(action),
    onClose: (cleanup) => void closing.push(cleanup),
    say: toolbar.say,
  };
  for (const feature of features) feature(reader);
  adoptStyle(styles.join(""));
  styles = undefined;
  body.addEventListener("click", (event) => {
    toolbar.dismiss();
    const link = (event.target as Element).closest("a");
    const target = event.defaultPrevented ? null : link && placeInArticle(body, link, article.url);
    if (!target) return;
    event.preventDefault(); // the browser would look in the page below, and change its address
    goTo(target);
  });

  place.parent.append(view);
  view.focus({ preventScroll: true }); // the toolbar is next
  // The toolbar lies beside it. Asked for before the text is there: to know, the browser has to lay out all that is.
  view.style.setProperty("--scrollbar", `${scroller.offsetWidth - scroller.clientWidth}px`);
  scroller.append(text);
  for (const action of opening) action();

  return {
    element: place.added ?? view,
    destroy() {
      for (const cleanup of closing.splice(0)) cleanup();
      (place.added ?? view).remove();
    },
  };
}
