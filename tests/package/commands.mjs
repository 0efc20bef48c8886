// The two commands that must behave as one: the package's, run by Node, and the native one.

import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./installed.mjs";

/** The path of the native command; an error where it is not built, since a comparison left out proves nothing. */
export async function nativeCommand() {
  const command = join(root, "dist/native/pith");
  await stat(command).catch(() => {
    throw new Error("dist/native/pith is not built; run 'npm run build' first");
  });
  return command;
}

/**
 * Runs a command to its end.
 * @returns {Promise<{stdout: string, stderr: string, code: number}>} bytes as latin1, so that a comparison is of bytes
 */
export async function runCommand(command, args, { input = "", cwd = root } = {}) {
  const child = spawn(command, args, { cwd });
  const out = collect(child.stdout);
  const err = collect(child.stderr);
  child.stdin.on("error", () => {}); // a usage error does not read its input
  child.stdin.end(input);
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => resolve(status ?? signal));
  });
  return { stdout: out(), stderr: err(), code };
}

/** What a command printed, as the text that it is. */
export function asText(printed) {
  return Buffer.from(printed, "latin1").toString("utf8");
}

function collect(stream) {
  const chunks = [];
  stream.on("data", (chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("latin1");
}
