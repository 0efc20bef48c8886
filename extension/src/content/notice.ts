import { element, makeInert } from "../../../web/src/reader/element.js";
import { adopt } from "../../../web/src/reader/stylesheet.js";
import { message } from "../browser/runtime.js";

/** What can be said in place of an article; each has a `…Title` and a `…Why` in messages.json. */
export type Notice = "empty" | "tooLarge" | "broken" | "refusedLink";

const noticeStyle = `
.notice { box-sizing: border-box; max-width: 32em; margin: 20vh auto 0; padding: 0 1.5rem; font: 18px/1.5 system-ui, sans-serif }
.notice h1 { margin: 0 0 .5em; font-size: 1.5em; line-height: 1.2 }
.notice p { margin: 0 0 1.5em }
.notice button { padding: .5em 1.25em; border: 1px solid; border-radius: .5em; background: none; color: inherit; font: inherit; cursor: pointer }
.notice button:hover { background: color-mix(in srgb, currentColor 10%, transparent) }
.notice button:focus-visible { outline: 3px solid #2c9467; outline-offset: 2px }`;

/**
 * Tells in plain words why there is no article, with the way back to the page.
 * @param place what covers the page; it stands in a shadow root
 */
export function showNotice(place: HTMLElement, notice: Notice, close: () => void): void {
  const page = makeInert(place.ownerDocument);
  const back = element(page, "button", { type: "button" }, message("close"));
  back.addEventListener("click", close);
  const heading = element(page, "h1", { id: "notice" }, message(`${notice}Title`));
  const why = element(page, "p", {}, message(`${notice}Why`));

  adopt(place.getRootNode() as ShadowRoot, noticeStyle);
  place.setAttribute("aria-labelledby", heading.id);
  place.append(element(page, "div", { class: "notice" }, heading, why, back));
  back.focus();
}

/** Takes a notice away for an article that came after all. */
export function clearNotice(place: HTMLElement): void {
  place.replaceChildren();
  place.removeAttribute("aria-labelledby");
}
