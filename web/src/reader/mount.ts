import type { Article } from "../types.js";
import { buildAppearance } from "./appearance.js";
import { buildHeader } from "./article_header.js";
import { buildNodes } from "./build_nodes.js";
import { element, makeInert, memberOf } from "./element.js";
import type { ReaderHost, ReaderSettings } from "./host.js";
import { buildLedger, hiddenBlocks } from "./ledger.js";
import { buildOutline, goTo } from "./outline.js";
import { blocksHidden, phrases } from "./phrases.js";
import css from "./reader.css" with { type: "text" };
import { idPrefix } from "./safe_attributes.js";
import { defaultSettings, toSettings } from "./settings.js";
import { adopt } from "./stylesheet.js";
import { buildToolbar, type PanelButton, type Toolbar } from "./toolbar.js";

/** A reader view on the screen. */
export interface Reader {
  /** What was added below the root. */
  readonly element: HTMLElement;
  /** Takes the view away with all that it added. */
  destroy(): void;
}

const icons = {
  close: "M6 6l12 12M18 6L6 18",
  outline: "M4 6h16M8 12h12M8 18h12M4 12h.01M4 18h.01",
  appearance: "M3 18L8.5 5h1L15 18M5 13.5h8M15.5 18l2.8-7h.6l2.8 7M16.7 15.5h3.9",
  copy: "M9 9V5a1 1 0 011-1h9a1 1 0 011 1v9a1 1 0 01-1 1h-4M5 9h9a1 1 0 011 1v9a1 1 0 01-1 1H5a1 1 0 01-1-1v-9a1 1 0 011-1z",
  print: "M7 8V4h10v4M7 17H5a1 1 0 01-1-1v-6a2 2 0 012-2h12a2 2 0 012 2v6a1 1 0 01-1 1h-2M7 14h10v6H7z",
  ledger: "M3 12s3.5-6 9-6c1.6 0 3 .5 4.200 1.200M21 12s-3.500 6-9 6c-1.600 0-3-.5-4.200-1.200M5 19L19 5",
};

/**
 * Shows an article in the reader view.
 *
 * In a shadow root the view covers the window; in an element it fills that element, and makes a shadow root of its own
 * below it unless it stands in one already. Needs `article.tree`; copies `article.markdown` and tells of
 * `article.removed` where they are there.
 */
export function mountReader(root: ShadowRoot | HTMLElement, article: Article, host: ReaderHost): Reader {
  // Built where nothing loads and no element of the page can stand in for what is called; it moves when it is appended.
  const page = makeInert(root.ownerDocument);
  const place = placeIn(root);
  const view = element(page, "div", { class: place.covers ? "pith covers" : "pith", tabindex: "-1" });
  const toolbar = buildToolbar(page);
  const text = element(page, "article", { class: "text", "aria-label": phrases.view });
  const body = element(page, "div", { class: "body" });
  for (const name of ["lang", "dir"] as const) if (article[name]) text.setAttribute(name, article[name]);
  buildNodes(page, body, article.tree);
  host.sanitize?.(body);

  toolbar.addButton(phrases.close, icons.close, () => host.close());
  addOutline(toolbar, page, body);
  addAppearance(toolbar, page, view, host);
  const { copyText } = host;
  const { markdown } = article;
  if (copyText && markdown !== undefined) toolbar.addButton(phrases.copy, icons.copy, () => void copy(toolbar, () => copyText.call(host, markdown)));
  toolbar.addButton(phrases.print, icons.print, () => memberOf(root.ownerDocument, "defaultView")?.print());
  const lines = addLedger(toolbar, page, body, article);

  text.append(buildHeader(page, article, ...lines.slice(0, 1)), body, element(page, "footer", {}, ...lines.slice(1)));
  view.append(toolbar.element, text);
  const unstyle = adopt(place.styles, css);
  listen(view, body, toolbar, article, host);
  place.parent.append(view);
  view.focus({ preventScroll: true }); // so that arrow keys and space scroll the article at once

  return {
    element: place.added ?? view,
    destroy() {
      unstyle();
      (place.added ?? view).remove();
    },
  };
}

interface Place {
  readonly parent: ShadowRoot | HTMLElement;
  readonly styles: ShadowRoot;
  readonly covers: boolean;
  /** The element that was made to hold a shadow root. */
  readonly added?: HTMLElement;
}

function placeIn(root: ShadowRoot | HTMLElement): Place {
  if (isShadowRoot(root)) return { parent: root, styles: root, covers: true };
  const around = root.getRootNode();
  if (isShadowRoot(around)) return { parent: root, styles: around, covers: false };
  const added = element(makeInert(root.ownerDocument), "div");
  added.style.cssText = "display: block; height: 100%";
  root.append(added);
  const made = added.attachShadow({ mode: "open" });
  return { parent: made, styles: made, covers: false, added };
}

function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in node;
}

function addOutline(toolbar: Toolbar, page: Document, body: HTMLElement): void {
  const outline = buildOutline(page, body, () => void toolbar.open());
  if (outline) toolbar.addPanel(phrases.outline, icons.outline, outline);
}

function addAppearance(toolbar: Toolbar, page: Document, view: HTMLElement, host: ReaderHost): void {
  let settings: ReaderSettings = defaultSettings;
  let touched = false;
  const appearance = buildAppearance(page, (changed) => {
    touched = true;
    show({ ...settings, ...changed });
    host.saveSettings(settings).catch(() => {}); // the choice holds for this view all the same
  });
  function show(chosen: ReaderSettings): void {
    settings = chosen;
    view.dataset.theme = settings.theme;
    view.dataset.font = settings.font;
    view.style.setProperty("--size", `${settings.size}px`);
    view.style.setProperty("--width", `${settings.width}em`);
    appearance.show(settings);
  }
  show(settings);
  host.loadSettings().then(
    (stored) => {
      if (!touched) show(toSettings(stored)); // a choice made while waiting outranks an older one
    },
    () => {},
  );
  toolbar.addPanel(phrases.appearance, icons.appearance, appearance.element);
}

/** Two quiet lines that open the ledger, one for the head and one for the foot; none where nothing was left out. */
function addLedger(toolbar: Toolbar, page: Document, body: HTMLElement, article: Article): HTMLElement[] {
  const hidden = hiddenBlocks(article);
  if (hidden.length === 0) return [];
  const ledger: PanelButton = toolbar.addPanel(phrases.ledger, icons.ledger, buildLedger(page, body, hidden), true);
  return [0, 1].map(() => {
    const line = element(page, "button", { type: "button", class: "hidden", dir: "auto" }, blocksHidden(hidden.length));
    line.addEventListener("click", () => {
      toolbar.open(ledger);
      ledger.panel.focus();
    });
    return line;
  });
}

async function copy(toolbar: Toolbar, write: () => Promise<void>): Promise<void> {
  try {
    await write();
    toolbar.say(phrases.copied);
  } catch {
    toolbar.say(phrases.copyFailed);
  }
}

function listen(view: HTMLElement, body: HTMLElement, toolbar: Toolbar, article: Article, host: ReaderHost): void {
  view.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault(); // or a dialog around the view closes when only a panel was meant
    if (!toolbar.open()) host.close();
  });
  body.addEventListener("click", (event) => {
    toolbar.dismiss();
    const link = (event.target as Element).closest("a");
    const place = link && placeInArticle(body, link, article.url);
    if (!place) return;
    event.preventDefault(); // the browser would look in the page below, and change its address
    goTo(place);
  });
}

/** What a link within the article leads to; pages write such links with their full address, too. */
function placeInArticle(body: HTMLElement, link: HTMLAnchorElement, url: string | null): HTMLElement | null {
  const { hash, href } = link;
  if (hash.length < 2) return null;
  const address = href.slice(0, -hash.length);
  const page = body.ownerDocument;
  const here = [memberOf(page, "baseURI"), memberOf(page, "URL"), url ?? ""].map((each) => each.replace(/#.*/, ""));
  if (!here.includes(address)) return null;
  return body.querySelector<HTMLElement>(`#${CSS.escape(idPrefix + decodeFragment(hash.slice(1)))}`);
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
