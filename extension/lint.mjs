// npm run lint:extension: what Mozilla's store would say of dist/pith-firefox.zip, by the linter that `web-ext lint` runs, too.

import { createInstance } from "addons-linter";
import { packExtension } from "./pack.mjs";

const [, firefox] = await packExtension();
const linter = createInstance({ config: { _: [firefox], logLevel: "fatal", output: "none", stack: false, pretty: false, warningsAsErrors: false, metadata: false, minManifestVersion: 3, maxManifestVersion: 3, scanFile: undefined, disableXpiAutoclose: false, enableBackgroundServiceWorker: false, privileged: false, selfHosted: false, boring: true, maxFileSize: undefined } , runAsBinary: false });
const { errors, warnings, notices, summary } = await linter.run();
for (const { _type, code, message, file, line } of [...errors, ...warnings, ...notices]) console.log(`${_type}: ${code}: ${message}${file ? ` (${file}${line ? `:${line}` : ""})` : ""}`);
console.log(`${summary.errors} errors, ${summary.warnings} warnings, ${summary.notices} notices`);
process.exitCode = errors.length + warnings.length > 0 ? 1 : 0;
