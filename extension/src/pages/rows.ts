import { element } from "../../../web/src/reader/element.js";
import { message } from "../browser/runtime.js";

/** A line of a list with what can be done to it; each button says aloud what it is for. */
export function row(what: string, content: readonly (Node | string)[], ...buttons: readonly HTMLButtonElement[]): HTMLLIElement {
  for (const button of buttons) button.setAttribute("aria-label", `${button.textContent}: ${what}`);
  return element(document, "li", {}, element(document, "span", { class: "what" }, ...content), ...buttons);
}

/** A button that is named by a message. */
export function button(name: string, action: () => void): HTMLButtonElement {
  const made = element(document, "button", { type: "button" }, message(name));
  made.addEventListener("click", action);
  return made;
}

/** Shows a list anew, or the line that says that there is nothing. The focus stays in the list when the line that had it is gone. */
export function showList(list: HTMLElement, items: readonly Node[], none?: HTMLElement): void {
  const at = [...list.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
  list.replaceChildren(...items);
  if (none) none.hidden = items.length > 0;
  const buttons = list.querySelectorAll("button");
  if (at >= 0) (buttons[Math.min(at, buttons.length - 1)] ?? list.closest("section")?.querySelector<HTMLElement>("button, input"))?.focus();
}
