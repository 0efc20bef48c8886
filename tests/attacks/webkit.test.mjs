import { missingForWebKit } from "../support/webkit.mjs";
import { engines } from "./engines.mjs";
import { testAttacks } from "./suite.mjs";

const missing = missingForWebKit();
testAttacks("WebKit", engines.webkit, { render: false, skip: missing.length > 0 && `${missing.join(" and ")} not installed` });
