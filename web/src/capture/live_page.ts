import { own } from "../own.js";

/**
 * The live page as HTML for the core. The page itself is only read.
 *
 * It has what the serialisation of a browser has: no shadow roots, no word on what is not rendered. `snapshotOf` (snapshot.ts) has those.
 */
export function captureLivePage(page: Document): string {
  // Without the doctype the core's parser would be in quirks mode and build another tree than the one shown.
  const doctype = own(page, "compatMode") === "CSS1Compat" ? "<!DOCTYPE html>" : "";
  return doctype + own(page, "documentElement").outerHTML;
}
