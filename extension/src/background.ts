// The background: service worker in Chromium, event page in Firefox. The browser may end it at any time, so it keeps nothing that is not in the store.

import { answer } from "./background/answers.js";
import { listenToMenus } from "./background/menus.js";
import { listenToButton } from "./background/opening.js";
import { welcome } from "./background/pages.js";
import { watchAsAllowed } from "./background/watching.js";
import { onMessage } from "./browser/runtime.js";
import { closeStore } from "./browser/storage.js";

listenToButton();
listenToMenus();
watchAsAllowed();
welcome();
onMessage(answer);
void closeStore();
