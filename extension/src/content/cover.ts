import { own } from "../../../web/src/own.js";
import { openOverlay, type Overlay } from "../../../web/src/reader/index.js";
import { adopt } from "../../../web/src/reader/stylesheet.js";
import { notePopovers } from "./popovers.js";

/** Set by the build: "open" for tests, which must see in. */
declare const PITH_SHADOW_MODE: ShadowRootMode;

/** What covers the page from a click on. */
export interface Cover {
  /**
   * Covers the page already, with nothing that can be seen. A page of 200 KB that something modal is opened over takes browsers 10 to 40 ms,
   * for which there is time while the article is waited for.
   */
  prepare(): void;
  /** Covers the page; hands out what does. */
  show(): HTMLElement;
  /** Whether there was something to see, and the page has not thrown it away. */
  hasShown(): boolean;
  /** Gives the page back as it was. */
  close(): void;
}

/** Who waits longer than this, in ms, has the page back meanwhile. */
const patience = 1000;

const unseen = `dialog, dialog::backdrop { opacity: 0 }`;

/** @param onDismiss Escape was pressed, or something else wants the page back (overlay.ts), or the page has thrown away what it was covered with */
export function makeCover(onDismiss: () => void): Cover {
  let overlay: Overlay | undefined;
  let hasShown = false;
  let endWait = (): void => {};
  let reopen = (): void => {};

  // Pages that make themselves anew may throw it away; the outermost element, too.
  const watch = new MutationObserver(() => {
    if (!hasShown || isCovering()) return;
    hasShown = false;
    onDismiss();
  });

  function open(): Overlay {
    reopen = notePopovers(document);
    for (const place of [document, own(document, "documentElement")]) watch.observe(place, { childList: true });
    return openOverlay(document, PITH_SHADOW_MODE, onDismiss);
  }

  function isCovering(): boolean {
    return overlay !== undefined && own(document, "documentElement").contains((overlay.body.getRootNode() as ShadowRoot).host);
  }

  function close(): void {
    endWait();
    if (overlay === undefined) return;
    watch.disconnect();
    overlay.close();
    overlay = undefined;
    reopen();
  }

  return {
    prepare() {
      overlay = open();
      const show = adopt(overlay.body.getRootNode() as ShadowRoot, unseen);
      const late = setTimeout(close, patience);
      endWait = () => {
        clearTimeout(late);
        show();
      };
    },
    show() {
      endWait();
      if (!hasShown && !isCovering()) close();
      overlay ??= open();
      hasShown = true;
      return overlay.body;
    },
    hasShown: () => hasShown,
    close,
  };
}
