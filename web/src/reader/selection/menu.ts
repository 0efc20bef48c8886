import { own } from "../../own.js";
import { element, icon } from "../element.js";
import type { ReaderView } from "../view.js";
import css from "./menu.css" with { type: "text" };
import { clearSelection, selectAll, selectedRange } from "./selected_range.js";

/** Something to do with selected words. */
export interface SelectionAction {
  readonly name: string;
  /** The data of a line icon of 24 units, or an element that shows what it does. */
  readonly icon: string | (() => Element);
  /** A shortcut while something is selected. */
  readonly key?: string;
  act(range: Range): void;
}

export interface SelectionMenu {
  add(action: SelectionAction): void;
  /** What is selected in the article now. */
  selected(): Range | undefined;
  /** Hides the menu and selects nothing. */
  dismiss(): void;
}

const menus = new WeakMap<ReaderView, SelectionMenu>();
const gap = 8; // px between the words and the menu

/** The view's menu beside selected words; it is made when the first feature has something to add to it. */
export function selectionMenu(view: ReaderView): SelectionMenu {
  const menu = menus.get(view) ?? buildMenu(view);
  menus.set(view, menu);
  return menu;
}

function buildMenu(view: ReaderView): SelectionMenu {
  const { page, element: root, scroller, text, body, phrases } = view;
  const menu = element(page, "div", { class: "selection-menu", role: "toolbar", "aria-label": phrases.text("selection") });
  menu.hidden = true;
  view.addStyle(css);
  root.append(menu);
  let selected: Range | undefined;

  function update(): void {
    selected = selectedRange(body);
    menu.hidden = selected === undefined || selected.toString().trim() === "";
    if (selected !== undefined && !menu.hidden) place(selected);
  }

  /** Above the words, or below where the toolbar is; within the window at the sides. */
  function place(range: Range): void {
    const around = root.getBoundingClientRect();
    const words = range.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    const toolbar = 72;
    const above = words.top - around.top - height - gap;
    const top = above > toolbar ? above : Math.min(words.bottom - around.top + gap, root.clientHeight - height - gap);
    const left = words.left - around.left + words.width / 2 - width / 2;
    menu.style.top = `${top}px`;
    menu.style.left = `${Math.max(gap, Math.min(left, root.clientWidth - width - gap))}px`;
  }

  function dismiss(): void {
    selected = undefined;
    menu.hidden = true;
    clearSelection(body);
  }

  function run(action: SelectionAction, range: Range): void {
    dismiss();
    action.act(range);
  }

  // While a pointer is down the selection still grows, and a menu would be in its way.
  let isDown = false;
  const document = (): Document => root.ownerDocument;
  const onSelect = (): void => void (!isDown && update());
  const onUp = (): void => {
    isDown = false;
    setTimeout(update); // a click clears the selection only after this event
  };
  root.addEventListener("pointerdown", (event) => {
    isDown = true;
    if (!menu.contains(event.target as Node)) menu.hidden = true;
  });
  scroller.addEventListener("scroll", () => selected !== undefined && !menu.hidden && place(selected), { passive: true });
  menu.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
  view.onOpen(() => {
    document().addEventListener("selectionchange", onSelect);
    own(document(), "defaultView")?.addEventListener("pointerup", onUp, true);
  });
  view.onClose(() => {
    document().removeEventListener("selectionchange", onSelect);
    own(document(), "defaultView")?.removeEventListener("pointerup", onUp, true);
  });
  // Browsers select the page below, or nothing.
  view.onKey("mod+a", () => selectAll(text, body));
  view.onKey("Escape", () => {
    if (menu.hidden) return false;
    dismiss();
    return true;
  });

  return {
    selected: () => selectedRange(body),
    dismiss,
    add(action) {
      const shown = typeof action.icon === "string" ? icon(page, action.icon) : action.icon();
      const button = element(page, "button", { type: "button", "aria-label": action.name, title: action.name }, shown);
      const act = (): boolean => {
        const range = selectedRange(body); // asked for now: painting may have moved what was selected a moment ago
        if (range !== undefined) run(action, range);
        return range !== undefined;
      };
      button.addEventListener("click", act);
      menu.append(button);
      if (action.key === undefined) return;
      view.onKey(action.key, act, action.name);
    },
  };
}
