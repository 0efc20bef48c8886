// The button's popup on pages that can't be read.

import { message, uiLanguage } from "./browser.js";

document.documentElement.lang = uiLanguage();
document.title = message("refusedTitle");
for (const element of document.querySelectorAll<HTMLElement>("[data-message]")) {
  element.textContent = message(element.dataset["message"] ?? "");
}
