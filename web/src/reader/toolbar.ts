import { element, icon } from "./element.js";
import { phrases } from "./phrases.js";

/** A button that shows and hides a panel below the toolbar. */
export interface PanelButton {
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
}

export interface Toolbar {
  readonly element: HTMLElement;
  addButton(name: string, path: string, onClick: () => void): HTMLButtonElement;
  /** @param stays it stays open while the article is being used */
  addPanel(name: string, path: string, content: HTMLElement, stays?: boolean): PanelButton;
  /** Opens one panel and closes the others; none given closes all. Returns whether anything was open. */
  open(panel?: PanelButton): boolean;
  /** Closes the panels that do not stay. */
  dismiss(): void;
  /** Says something in passing, aloud too. */
  say(message: string): void;
}

const messageTime = 2500; // ms

export function buildToolbar(page: Document): Toolbar {
  const tools = element(page, "div", { class: "tools", role: "group", "aria-label": phrases.toolbar });
  const status = element(page, "p", { class: "status", role: "status" });
  const bar = element(page, "div", { class: "bar" }, tools, status);
  const panels: (PanelButton & { readonly stays: boolean })[] = [];
  let fading: ReturnType<typeof setTimeout> | undefined;

  function addButton(name: string, path: string, onClick: () => void): HTMLButtonElement {
    const button = element(page, "button", { type: "button", "aria-label": name, title: name }, icon(page, path));
    button.addEventListener("click", onClick);
    tools.append(button);
    return button;
  }

  function open(chosen?: PanelButton): boolean {
    let wasOpen = false;
    for (const each of panels) {
      wasOpen ||= !each.panel.hidden;
      if (each !== chosen && each.panel.contains(activeIn(each.panel))) each.button.focus();
      each.panel.hidden = each !== chosen;
      each.button.setAttribute("aria-expanded", String(each === chosen));
    }
    return wasOpen;
  }

  function addPanel(name: string, path: string, content: HTMLElement, stays = false): PanelButton {
    const id = `p-panel-${panels.length}`;
    const panel = element(page, "section", { class: "panel", id, "aria-label": name, tabindex: "-1" }, element(page, "h2", {}, name), content);
    panel.hidden = true;
    const button = addButton(name, path, () => open(panel.hidden ? added : undefined));
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", id);
    const added = { button, panel, stays };
    panels.push(added);
    bar.append(panel);
    return added;
  }

  function dismiss(): void {
    if (!panels.some(({ panel, stays }) => stays && !panel.hidden)) open();
  }

  function say(message: string): void {
    clearTimeout(fading);
    status.textContent = message;
    fading = setTimeout(() => (status.textContent = ""), messageTime);
  }

  return { element: bar, addButton, addPanel, open, dismiss, say };
}

function activeIn(node: Node): Element | null {
  return (node.getRootNode() as Document | ShadowRoot).activeElement;
}
