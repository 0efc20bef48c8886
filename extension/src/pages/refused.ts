// The button's popup on pages that can't be read.

import { sayWords } from "./words.js";

sayWords("refusedTitle");
