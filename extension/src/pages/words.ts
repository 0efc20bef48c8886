import { directionOf } from "../../../web/src/reader/phrases.js";
import { message } from "../browser/runtime.js";

/** Says the page's words in the browser's language: of each element with `data-message` the message of that name. */
export function sayWords(title: string): void {
  const { documentElement } = document;
  // Of the words that are said, not of the browser: it falls back to English where Pith lacks its language.
  documentElement.lang = message("language");
  documentElement.dir = directionOf(documentElement.lang);
  document.title = message(title);
  for (const element of document.querySelectorAll<HTMLElement>("[data-message]")) element.textContent = message(element.dataset["message"] ?? "");
}

/** An element that the page's HTML has; a selector that finds nothing is a mistake of ours. */
export function find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}
