// The first page, once after the extension was installed.

import { shortcuts } from "../browser/button.js";
import { message } from "../browser/runtime.js";
import { find, sayWords } from "./words.js";

sayWords("welcomeTitle");
const known = await shortcuts();
const keys = known?.["_execute_action"];
(find("#keys").parentElement as HTMLElement).hidden = known === null;
find("#keys").textContent = keys ? message("welcomeKeys", keys) : message("shortcuts");
