import { openChromium } from "./support/drive.mjs";
import { testExtension } from "./support/suite.mjs";

testExtension("Chromium", openChromium);
