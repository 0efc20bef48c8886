import { own } from "../../../web/src/own.js";
import type { ReaderView } from "../../../web/src/reader/index.js";
import { layOut } from "../../../web/src/reader/later.js";
import type { ArticleNode } from "../../../web/src/types.js";
import { bare, bareText } from "./article_text.js";
import { rootOfPage } from "./capture.js";
import { frameDocument, partsOf } from "./page_parts.js";

/** What was selected on the page. */
export interface Selected {
  readonly text: string;
  /** The nearest element that all of it stands in. */
  readonly element: Element;
}

/** Characters without white space: enough to find the place. */
const telling = 60;
const shownFor = 2500; // ms

const chosenStyle = `.p-chosen { background: var(--glow); box-shadow: 0 0 0 .4em var(--glow); border-radius: .1em }`;

/** Null where nothing is selected, in the page or in what it is made of: each frame, and in Chromium each shadow root, has a selection of its own. */
export function selectedIn(page: Document): Selected | null {
  for (const document of focusedIn(page)) {
    for (const part of partsOf(document)) {
      const selection = own(part, "ownerDocument") === document ? (part as SelectingRoot).getSelection?.() : null;
      const selected = selection && !selection.isCollapsed && selectedBy(selection);
      if (selected) return selected;
    }
    const selected = selectedBy(own(document, "getSelection").call(document));
    if (selected) return selected;
  }
  return null;
}

/** Chromium's alone. */
interface SelectingRoot extends Node {
  getSelection?(): Selection | null;
}

function selectedBy(selection: Selection | null): Selected | null {
  if (!selection || selection.rangeCount === 0 || bare(selection.toString()) === "") return null;
  const { commonAncestorContainer: around } = selection.getRangeAt(0);
  // By their types: the classes of a frame are others than ours.
  const isElement = own(around, "nodeType") === 1;
  const element = isElement ? (around as Element) : (own(around, "parentElement") ?? (around as Partial<ShadowRoot>).host);
  return element ? { text: selection.toString(), element } : null;
}

/** The page and the frames of its origin, one in the other, that have the focus; the innermost first: what was selected in others is not meant any more. */
function focusedIn(page: Document): readonly Document[] {
  const focused = [page];
  for (let document: Document | null = page; document; ) {
    let active: Element | null = own(document, "activeElement");
    for (let inner: Element | null = active; inner; inner = rootOfPage(inner, own(inner, "localName"))?.activeElement ?? null) active = inner;
    document = active && frameDocument(active);
    if (document) focused.unshift(document);
  }
  return focused;
}

/** Whether an article has the beginning of what was selected. */
export function hasText(tree: ArticleNode | undefined, text: string): boolean {
  return bareText(tree).includes(bare(text).slice(0, telling));
}

/** Brings what was selected to the middle of the view, and shows for a moment where it is. */
export function scrollTo({ body, whole, addStyle, onClose }: ReaderView, text: string): void {
  whole();
  const block = blockWith(body, bare(text).slice(0, telling));
  if (block === null) return;
  addStyle(chosenStyle);
  layOut(body);
  block.scrollIntoView({ block: "center", behavior: "instant" });
  block.classList.add("p-chosen");
  const fading = setTimeout(() => block.classList.remove("p-chosen"), shownFor);
  onClose(() => clearTimeout(fading));
}

/** The innermost element whose text, white space apart, begins what is looked for. */
function blockWith(body: HTMLElement, wanted: string): Element | null {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const ends: { readonly end: number; readonly node: Node }[] = [];
  let all = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    all += bare(node.textContent ?? "");
    ends.push({ end: all.length, node });
  }
  const at = all.indexOf(wanted);
  const found = at < 0 ? undefined : ends.find(({ end }) => end > at);
  return found?.node.parentElement?.closest("p, li, h1, h2, h3, h4, h5, h6, pre, blockquote, td, dd, dt, figcaption") ?? found?.node.parentElement ?? null;
}
