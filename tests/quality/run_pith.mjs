// Runs the native command over many files and collects one record a file, whatever the command does.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const kFilesPerProcess = 40; // small enough that two processes share the work evenly
const kStallMilliseconds = 60_000; // a page that takes longer has failed

/**
 * Extracts files with `pith --format ndjson` in batches.
 *
 * A page on which the command dies or hangs becomes `{error}`; the rest of its batch is run again without it.
 * @param {{bin: string, files: readonly string[], args?: readonly string[], jobs?: number, stallMilliseconds?: number}} options
 * @returns {Promise<{records: Map<string, object>, milliseconds: number}>} a record for every file, and the time that
 *   the processes took, added up
 */
export async function runPith({ bin, files, args = [], jobs = 2, stallMilliseconds = kStallMilliseconds }) {
  const records = new Map();
  const queue = [];
  for (let i = 0; i < files.length; i += kFilesPerProcess) queue.push(files.slice(i, i + kFilesPerProcess));
  let milliseconds = 0;
  const worker = async () => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      const started = performance.now();
      const { failure } = await runBatch(bin, [...args, "--format", "ndjson", "--", ...batch], records, stallMilliseconds);
      milliseconds += performance.now() - started;
      const rest = batch.filter((file) => !records.has(file));
      if (rest.length === 0) continue;
      // Records come in the order of the files: the first one without is the one that was being worked on.
      records.set(rest[0], { file: rest[0], error: failure ?? "the command printed nothing for this page" });
      if (rest.length > 1) queue.unshift(rest.slice(1));
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return { records, milliseconds };
}

function runBatch(bin, args, records, stallMilliseconds) {
  return new Promise((resolve, reject) => {
    const child = spawn(bin, args, { stdio: ["ignore", "pipe", "pipe"] });
    let stalled = false;
    let stderr = "";
    const timer = setTimeout(() => {
      stalled = true;
      child.kill("SIGKILL");
    }, stallMilliseconds);
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr = (stderr + text).slice(-500);
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      timer.refresh();
      const record = parseRecord(line);
      if (record) records.set(record.file, record);
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(new Error(`${bin} cannot be run: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const seconds = Math.round(stallMilliseconds / 1000);
      const words = stderr.trim().split("\n").at(-1) ?? "";
      const failure = stalled ? `no answer in ${seconds} s` : signal ? `ended by ${signal} ${words}`.trim() : `exit code ${code} ${words}`.trim();
      resolve({ failure });
    });
  });
}

/** One line of output as a record; a broken line (the process died while it wrote) counts as none. */
function parseRecord(line) {
  try {
    const record = JSON.parse(line);
    if (typeof record.file !== "string") return undefined;
    return record.error?.message === undefined ? record : { ...record, error: record.error.message };
  } catch {
    return undefined;
  }
}
