import { own } from "../../../web/src/own.js";

/** A drawing or a feed has no place for an overlay, and Chromium's PDF viewer no text to read. */
export function canShow(page: Document): boolean {
  return own(page, "documentElement") instanceof HTMLHtmlElement && own(page, "contentType") !== "application/pdf";
}
