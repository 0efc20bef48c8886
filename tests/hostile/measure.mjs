// Runs one hostile page through the native command and through the WebAssembly core, each apart from the caller and ended where it hangs.

import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";

import { inRoot, kNativeCommand } from "../../scripts/layout.mjs";

const kPeak = inRoot("tests/hostile/peak.py");
/** The interpreter itself: version managers put a script before it that takes longer than a page. */
const kPython = execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim();

/**
 * The native command over a page.
 * @param {{plain?: boolean, charset?: string}} options
 * @returns {{milliseconds: number, bytes: number, status: number, outputBytes: number, json: string}} CPU time and peak memory of the process
 */
export function measureNative(page, options, folder, seconds) {
  const input = path.join(folder, "page"), output = path.join(folder, "article");
  writeFileSync(input, page);
  const flags = [...(options.plain ? ["--plain"] : []), ...(options.charset ? ["--charset", options.charset] : [])];
  const command = [kNativeCommand, "--format", "json", "--explain", "--url", kUrl, ...flags, input];
  const measured = JSON.parse(execFileSync(kPython, ["-I", "-S", kPeak, String(seconds), output, ...command], { encoding: "utf8" }));
  return { ...measured, outputBytes: statSync(output).size, json: readFileSync(output, "utf8") };
}

/** Real time that a thread may take, as a multiple of CPU time: other programs may run beside. */
const kPatience = 6;

export const kUrl = "https://pier.example/gulls";

/** The WebAssembly core in a thread of its own; a page that takes too long ends it, and the next one starts another. */
export function createWasmMeasurer() {
  let worker;
  return {
    /** @returns {Promise<{milliseconds: number, bytes: number, outputBytes: number, json: string} | {failed: string}>} bytes: the instance's memory */
    measure(page, options, seconds) {
      worker ??= new Worker(new URL("wasm_worker.mjs", import.meta.url));
      const current = worker;
      return new Promise((resolve) => {
        const end = (result) => {
          clearTimeout(timer);
          current.off("message", end).off("error", error);
          resolve(result);
        };
        const fail = (failed) => {
          worker = undefined;
          void current.terminate();
          end({ failed });
        };
        const timer = setTimeout(() => fail(`not done after ${(kPatience * seconds).toFixed(0)} s`), kPatience * seconds * 1000);
        const error = ({ message }) => fail(message);
        current.on("message", end).on("error", error);
        current.postMessage({ page, options });
      });
    },
    close: () => worker?.terminate(),
  };
}
