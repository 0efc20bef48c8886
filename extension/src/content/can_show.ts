import { memberOf } from "../../../web/src/reader/element.js";

/** A drawing or a feed has no place for an overlay, and Chromium's PDF viewer no text to read. */
export function canShow(page: Document): boolean {
  return memberOf(page, "documentElement") instanceof HTMLHtmlElement && memberOf(page, "contentType") !== "application/pdf";
}
