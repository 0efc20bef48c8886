// The first page, once after the extension was installed.

import { shortcuts } from "../browser/button.js";
import { message } from "../browser/runtime.js";
import { find, sayWords } from "./words.js";

sayWords("welcomeTitle");
const keys = (await shortcuts())["_execute_action"];
find("#keys").textContent = keys ? message("welcomeKeys", keys) : message("shortcuts");
