import { message, uiLanguage } from "../browser/runtime.js";

const rightToLeft = /^(ar|fa|he|ur)\b/;

/** Says the page's words in the browser's language: of each element with `data-message` the message of that name. */
export function sayWords(title: string): void {
  const { documentElement } = document;
  documentElement.lang = uiLanguage();
  documentElement.dir = rightToLeft.test(uiLanguage()) ? "rtl" : "ltr";
  document.title = message(title);
  for (const element of document.querySelectorAll<HTMLElement>("[data-message]")) element.textContent = message(element.dataset["message"] ?? "");
}

/** An element that the page's HTML has; a selector that finds nothing is a mistake of ours. */
export function find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}
