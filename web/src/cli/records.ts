import { createReadStream } from "node:fs";
import { open, rename, stat, truncate, type FileHandle } from "node:fs/promises";
import { PithError } from "../errors.js";
import type { Place } from "../pages/found.js";
import { print } from "./streams.js";

/** Where a run over many pages writes its records, one a line. */
export interface Records {
  /** How many records an earlier run left, that need not be written again. */
  readonly done: number;
  /** The last of them. */
  readonly last: Place | undefined;
  write(line: string): Promise<void>;
  /** Says that all are written. */
  finish(): Promise<void>;
  /** Lets go of the file, finished or not. */
  release(): Promise<void>;
}

export const standardOutput: Records = { done: 0, last: undefined, write: print, finish: async () => {}, release: async () => {} };

/**
 * Opens a file of records. Until they are all there its name ends with `.partial`, so that a file under its own name is whole.
 * @param resume go on with what an earlier run left; a last line that was cut off is written anew
 * @returns `undefined` where an earlier run has finished the file
 */
export async function openRecords(file: string, resume: boolean): Promise<Records | undefined> {
  const partial = `${file}.partial`;
  if (resume && !(await exists(partial)) && (await exists(file))) return undefined;
  const before = resume && (await exists(partial)) ? await readLeft(partial) : nothingLeft;
  if (resume && before !== nothingLeft) await truncate(partial, before.bytes);
  const handle: FileHandle = await open(partial, before === nothingLeft ? "w" : "a");
  return {
    done: before.lines,
    last: before.last,
    write: (line) => handle.appendFile(line),
    async finish() {
      await handle.sync();
      await handle.close();
      await rename(partial, file);
    },
    release: () => handle.close().catch(() => {}),
  };
}

interface Left {
  readonly lines: number;
  readonly bytes: number;
  readonly last: Place | undefined;
}

const nothingLeft: Left = { lines: 0, bytes: 0, last: undefined };
const lineFeed = 10;

/** Counts the whole lines of a file and reads the last of them, holding no more than that. */
async function readLeft(file: string): Promise<Left> {
  let [lines, at, end] = [0, 0, 0];
  let current: Buffer[] = [];
  let last: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let feed = chunk.indexOf(lineFeed); feed >= 0; feed = chunk.indexOf(lineFeed, start)) {
      last = [...current, chunk.subarray(start, feed)];
      current = [];
      lines++;
      start = feed + 1;
      end = at + start;
    }
    current.push(chunk.subarray(start));
    at += chunk.length;
  }
  if (lines === 0) return { ...nothingLeft };
  try {
    return { lines, bytes: end, last: JSON.parse(Buffer.concat(last).toString("utf8")) as Place };
  } catch {
    throw new PithError("unreadable", `${file}: line ${lines} is no record of pith's; it cannot be gone on with`);
  }
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
