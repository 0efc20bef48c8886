import { own } from "../../../web/src/own.js";

/** Notes the page's popovers that are open, which a modal dialog closes when it opens; hands out what opens them again when that has closed. */
export function notePopovers(page: Document): () => void {
  const open = [...own(page, "querySelectorAll").call(page, ":popover-open")] as HTMLElement[];
  const focused = own(page, "activeElement") as HTMLElement | null;
  return () => {
    const closed = open.filter((popover) => !own(popover, "matches").call(popover, ":popover-open"));
    for (const popover of closed) {
      try {
        own(popover, "showPopover").call(popover);
      } catch {
        // the page has taken it away meanwhile, or does not let it open
      }
    }
    if (closed.length > 0 && focused) own(focused, "focus")?.call(focused, { preventScroll: true });
  };
}
