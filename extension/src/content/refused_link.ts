import { openOverlay } from "../../../web/src/reader/index.js";
import { showNotice } from "./notice.js";

declare const PITH_SHADOW_MODE: ShadowRootMode;

/** A link could not be read, since the person did not let Pith into its site. */
export function tellRefusedLink(): void {
  const overlay = openOverlay(document, PITH_SHADOW_MODE, close);
  function close(): void {
    overlay.close();
  }
  showNotice(overlay.body, "refusedLink", close);
}
