import { memberOf } from "../reader/element.js";

/**
 * The live page as HTML for the core. The page itself is only read.
 *
 * This is the one place that turns a document into text; what the serialisation of a browser leaves out (shadow
 * roots, what is not rendered, the image a `<picture>` chose) is to be added here.
 */
export function captureLivePage(page: Document): string {
  // Without the doctype the core's parser would be in quirks mode and build another tree than the one shown.
  const doctype = memberOf(page, "compatMode") === "CSS1Compat" ? "<!DOCTYPE html>" : "";
  return doctype + memberOf(page, "documentElement").outerHTML;
}
