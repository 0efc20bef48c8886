import { own } from "../../../web/src/own.js";
import { element, makeInert } from "../../../web/src/reader/element.js";

/**
 * Puts text on the clipboard, after a click. Pages without https have no `navigator.clipboard`, and a page's
 * permissions policy may forbid it; the old way works in both.
 * @param place a connected element to work in; it looks the same afterwards
 */
export async function copyText(text: string, place: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text, place);
  }
}

function copyBySelection(text: string, place: HTMLElement): void {
  const root = place.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : own(document, "activeElement");
  const area = element(makeInert(document), "textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  place.append(area);
  area.select();
  const copied = own(document, "execCommand").call(document, "copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  if (!copied) throw new Error("the browser did not copy the text");
}
