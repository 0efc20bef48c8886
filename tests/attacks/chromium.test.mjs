import { engines } from "./engines.mjs";
import { testAttacks } from "./suite.mjs";

testAttacks("Chromium", engines.chromium);
