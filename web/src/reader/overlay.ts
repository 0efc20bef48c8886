import { own } from "../own.js";
import { element, makeInert } from "./element.js";
import css from "./overlay.css" with { type: "text" };
import { adopt } from "./stylesheet.js";

/** The name of the element that covers the page; pages cannot style or script what is inside. */
export const overlayName = "pith-reader";

export interface Overlay {
  /** Build in here: it stands in a shadow root. */
  readonly body: HTMLElement;
  /** Makes it modal, where it was opened without. */
  makeModal(): void;
  /** Takes it away and gives the page back as it was, with its scroll position and focus. */
  close(): void;
}

/**
 * Only as long as the overlay is there: a page may throw it away.
 * @param scrollbar what its scrollbar leaves free stays free: so the page has the width that it had, and needs no new layout, neither now nor when it is back
 */
const pageCss = (scrollbar: number): string =>
  `html:has(>${overlayName}){overflow:hidden!important;border-right:${scrollbar}px solid #0000!important;@media print{overflow:visible!important;body{display:none!important}}}`;

/**
 * Covers the page with a modal dialog in a shadow root: above all that the page has, its own dialogs included, and with
 * the page inert behind it. Only one element is added to the page and one stylesheet object; a page whose content
 * security policy forbids styles allows both.
 * @param mode "open" lets tests look in
 * @param onDismiss Escape was pressed, or `pith-close` was sent to the element
 * @param modal false: not yet, unless the page has something in the top layer itself. Browsers style all of a page anew to make it inert, some 70 ms
 *   for 200 KB, and what is read can be there before
 */
export function openOverlay(page: Document, mode: ShadowRootMode, onDismiss: () => void, modal = true): Overlay {
  const window = own(page, "defaultView") as Window;
  const html = own(page, "documentElement");
  const scroll = { left: window.scrollX, top: window.scrollY, behavior: "instant" } as const;
  // The page may define a custom element of this name. Made in a document without definitions, the element is none of the page's
  // until it has its shadow root, which the page's class can then neither see nor forbid.
  const inert = makeInert(page);
  const host = own(page, "adoptNode").call(page, inert.createElement(overlayName)) as HTMLElement;
  const root = host.attachShadow({ mode });
  const dialog = inert.createElement("dialog");
  root.append(dialog);
  const unstyle = adopt(root, css);
  let unlock: (() => void) | undefined;

  // What is typed in here is not for the page's own shortcuts.
  for (const type of ["keydown", "keypress", "keyup"]) host.addEventListener(type, (event) => event.stopPropagation());
  host.addEventListener("pith-close", onDismiss);
  dialog.addEventListener("cancel", (event) => {
    if (event.target !== dialog) return;
    event.preventDefault();
    onDismiss();
  });
  // What stands in the top layer is printed as one screen only, so for printing it leaves it.
  const toFlow = (): void => (dialog.close(), dialog.show());
  const makeModal = (): void => {
    if (!host.isConnected || dialog.matches(":modal")) return; // closed, or thrown away by the page; or it is
    const focused = root.activeElement ?? dialog.firstChild; // the view, where the page has taken the focus meanwhile
    unlock ??= adopt(page, pageCss(window.innerWidth - html.clientWidth));
    dialog.close();
    dialog.showModal();
    (focused as HTMLElement | null)?.focus({ preventScroll: true });
  };
  // On a phone a page that does not say how wide it is, or has anything wider than the screen, makes whatever covers it as wide. The last word counts.
  const said = (own(page, "querySelector").call(page, "meta[name=viewport]") as HTMLMetaElement | null)?.content ?? "";
  const scale = window.visualViewport?.scale;
  const viewport = element(inert, "meta", { name: "viewport", content: "width=device-width,minimum-scale=1" });
  if (window.innerWidth > window.screen.width) host.append(viewport);
  window.addEventListener("beforeprint", toFlow);
  window.addEventListener("afterprint", makeModal);

  html.append(host);
  if (modal || own(page, "querySelector").call(page, ":modal, :popover-open")) makeModal();
  else dialog.show();

  return {
    body: dialog,
    makeModal,
    close() {
      window.removeEventListener("beforeprint", toFlow);
      window.removeEventListener("afterprint", makeModal);
      dialog.close(); // gives the focus back to where it was
      unstyle();
      unlock?.();
      // What it said goes on in Chromium when it is gone.
      viewport.content = said + ",initial-scale=" + scale;
      viewport.content = said;
      host.remove();
      window.scrollTo(scroll);
    },
  };
}
