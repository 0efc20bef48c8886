import { element, icon } from "./element.js";
import type { Phrases } from "./phrases.js";
import type { Offer } from "./view.js";

/** A button that shows and hides a panel below the toolbar. */
export interface Panel {
  readonly button: HTMLButtonElement;
  readonly element: HTMLElement;
  isOpen(): boolean;
  /** Shows it, closes the others and moves the focus into it. */
  open(): void;
  /** Opens or closes it, as button and key do. */
  toggle(): void;
}

export interface PanelOptions {
  /** It stays open while the article is being used. */
  readonly stays?: boolean;
}

export interface Toolbar {
  readonly element: HTMLElement;
  /** @param path the data of a line icon of 24 units, see `icon` */
  addButton(name: string, path: string, onClick: () => void): HTMLButtonElement;
  /** Words beside the first button. */
  addText(text: HTMLElement): void;
  /** @param content made when the panel is first opened, where it is a function */
  addPanel(name: string, path: string, content: HTMLElement | (() => HTMLElement), options?: PanelOptions): Panel;
  /** Closes whatever is open. Returns whether anything was. */
  close(): boolean;
  /** Closes the panels that do not stay. */
  dismiss(): void;
  /** Says something in passing, aloud too. */
  say(message: string, offer?: Offer): void;
}

const messageTime = 2500; // ms
const offerTime = 8000; // ms: time to read, decide and reach the button

export function buildToolbar(page: Document, phrases: Phrases): Toolbar {
  const tools = element(page, "div", { class: "tools", role: "region", "aria-label": phrases.text("toolbar") });
  const status = element(page, "div", { class: "status", role: "status" });
  const bar = element(page, "div", { class: "bar" }, tools, status);
  const panels: (Panel & PanelOptions)[] = [];
  let fading: ReturnType<typeof setTimeout> | undefined;

  function addButton(name: string, path: string, onClick: () => void): HTMLButtonElement {
    const button = element(page, "button", { type: "button", "aria-label": name, title: name }, icon(page, path));
    button.addEventListener("click", onClick);
    tools.append(button);
    return button;
  }

  function show(chosen?: Panel): void {
    for (const each of panels) {
      if (each !== chosen && each.element.contains(activeIn(each.element))) each.button.focus();
      each.element.hidden = each !== chosen;
      each.button.setAttribute("aria-expanded", String(each === chosen));
    }
  }

  function addPanel(name: string, path: string, content: HTMLElement | (() => HTMLElement), options: PanelOptions = {}): Panel {
    const id = `p-panel-${panels.length}`;
    const section = element(page, "section", { class: options.stays ? "panel stays" : "panel", id, "aria-label": name, tabindex: "-1" }, element(page, "h2", {}, name));
    section.hidden = true;
    let made = false;
    const button = addButton(name, path, () => panel.toggle());
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", id);
    const panel = {
      button,
      element: section,
      ...options,
      isOpen: () => !section.hidden,
      open() {
        make();
        show(panel);
        section.focus();
      },
      toggle: () => (panel.isOpen() ? show() : panel.open()),
    };
    function make(): void {
      if (!made) section.append(typeof content === "function" ? content() : content);
      made = true;
    }
    if (typeof content !== "function") make();
    panels.push(panel);
    bar.append(section);
    return panel;
  }

  function close(): boolean {
    const wasOpen = panels.some((panel) => panel.isOpen());
    show();
    return wasOpen;
  }

  function dismiss(): void {
    if (!panels.some((panel) => panel.stays && panel.isOpen())) show();
  }

  function say(message: string, offer?: Offer): void {
    clearTimeout(fading);
    const silence = (): void => status.replaceChildren();
    status.replaceChildren(message);
    if (offer) {
      const button = element(page, "button", { type: "button" }, offer.name);
      button.addEventListener("click", () => (silence(), offer.action()));
      status.append(button);
    }
    fading = setTimeout(silence, offer ? offerTime : messageTime);
  }

  const addText = (text: HTMLElement): void => tools.firstElementChild?.after(text);

  return { element: bar, addButton, addText, addPanel, close, dismiss, say };
}

/** What has the focus in the tree that a node stands in. */
export function activeIn(node: Node): Element | null {
  return (node.getRootNode() as Document | ShadowRoot).activeElement;
}
