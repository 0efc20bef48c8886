// npm run lint:extension: what Mozilla's store would say of dist/pith-firefox.zip, by the linter that `web-ext lint` runs, too.

import { createInstance } from "addons-linter";
import { packExtension } from "./pack.mjs";

const [, firefox] = await packExtension();
const linter = createInstance({ config: { _: [firefox], logLevel: "fatal", output: "none", minManifestVersion: 3, maxManifestVersion: 3 } });
const { errors, warnings, notices } = await linter.run();
for (const { _type, code, message, file = "", line = "" } of [...errors, ...warnings, ...notices]) console.log(`${_type}: ${code}: ${message} ${file}:${line}`);
console.log(`${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`);
process.exitCode = errors.length + warnings.length + notices.length > 0 ? 1 : 0;
