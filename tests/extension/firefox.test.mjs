import { openFirefox } from "./support/drive.mjs";
import { testExtension } from "./support/suite.mjs";

testExtension("Firefox", openFirefox);
