import { engines } from "./engines.mjs";
import { testAttacks } from "./suite.mjs";

// It parses, which is what it is here for, slowly, and loads no images.
testAttacks("jsdom", engines.jsdom, { render: false, view: false, loads: false });
