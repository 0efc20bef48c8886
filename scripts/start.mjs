// npm start: sets up, builds, shows what comes out, serves the demo until Ctrl-C.
// npm start -- ARGUMENTS: sets up, builds the native command and runs it with these arguments.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";

import { buildAll, buildNative } from "./build.mjs";
import { ask } from "./commands.mjs";
import { inRoot, kNativeCommand, kRoot } from "./layout.mjs";
import { serve } from "./serve.mjs";
import { describeVersions, setUp, versionsInUse } from "./setup.mjs";
import { runMain } from "./steps.mjs";

const kSample = "web/demo/sample.html";

/** Runs the native command in the folder that npm was called from, and gives its exit code. */
async function runCommand(args) {
  const child = spawn(kNativeCommand, args, { stdio: "inherit", cwd: process.env.INIT_CWD ?? process.cwd() });
  const [code, signal] = await once(child, "close");
  return signal === null ? code : 128 + constants.signals[signal]; // as shells have it
}

async function serveDemo() {
  const mounts = { "/": inRoot("dist/demo"), "/pith/": inRoot("dist/package"), "/bookmarklet/": inRoot("dist/bookmarklet") };
  const { server, address } = await serve(mounts, Number(process.env.PORT ?? 8080));
  console.log(`Demo and bookmarklet: ${address}`);
  console.log(`Extension in Chromium: chrome://extensions, developer mode on, "Load unpacked": ${inRoot("dist/extension/chromium")}`);
  console.log(`Extension in Firefox: about:debugging#/runtime/this-firefox, "Load Temporary Add-on": ${inRoot("dist/extension/firefox/manifest.json")}`);
  console.log("Ctrl-C ends the demo.");
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  await once(server, "close");
}

async function main(argv) {
  await setUp(["build"]);
  if (argv.length > 0) {
    await buildNative();
    return runCommand(argv);
  }
  process.stderr.write(`${describeVersions(versionsInUse())}\n`);
  await buildAll();
  console.log(`\n$ dist/native/pith ${kSample}\n`);
  const sample = ask(kNativeCommand, [kSample], { cwd: kRoot });
  if (sample === undefined) throw new Error(`${kNativeCommand} ${kSample} failed`);
  console.log(sample);
  await serveDemo();
  return 0;
}

await runMain(import.meta.filename, main);
