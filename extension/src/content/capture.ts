import { snapshotOf } from "../../../web/src/capture/snapshot.js";
import { own } from "../../../web/src/own.js";
import { overlayName } from "../../../web/src/reader/overlay.js";
import { anyShadowRoot } from "../browser/runtime.js";
import type { PageKind } from "../messages.js";
import { textPage } from "./plain_text.js";

/** A page in the form that the background takes. */
export interface Capture {
  readonly page: string;
  readonly kind: PageKind;
  /** The page's elements by the numbers that the core gives them. */
  readonly elements: readonly Element[];
}

/**
 * Reads the page as it is now, with what stands in shadow roots, closed ones too, and in frames of the same origin.
 * @param part an element that was chosen: then the page is that alone
 */
export function capture(page: Document, part?: Element): Capture {
  if (!part && isPlainText(page)) return { page: textPage(own(page, "body").textContent ?? "", fileName(own(page, "URL"))), kind: "text", elements: [] };
  const elements: Element[] = [];
  return { page: snapshotOf(part ?? page, { rootOf: rootOfPage, elements }), kind: part ? "selection" : "snapshot", elements };
}

/** The shadow root of a page's element; the reader itself, which may be open by now, is not the page. */
export function rootOfPage(element: Element, name: string): ShadowRoot | null {
  return name === overlayName ? null : anyShadowRoot(element, name);
}

/** Text that the browser shows in a page of its own making: one `<pre>`. JSON and source code are better as they are. */
function isPlainText(page: Document): boolean {
  return /^text\/(?:plain|markdown|x-markdown)$/.test(own(page, "contentType"));
}

/** What such a page is called: its text has no title that could be told from the rest. */
function fileName(url: string): string {
  const [, name = ""] = /([^/?#]*)(?:[?#]|$)/.exec(url) ?? [];
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
