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
  /** Whether one of them is of a page that failed. */
  readonly failed: boolean;
  /** Whether they are all there already. */
  readonly complete: boolean;
  write(line: string): Promise<void>;
  /** Says that all are written. */
  finish(): Promise<void>;
  /** Lets go of the file, finished or not. */
  release(): Promise<void>;
}

const nothingBefore = { done: 0, last: undefined, failed: false, complete: false };

export const standardOutput: Records = { ...nothingBefore, write: print, finish: async () => {}, release: async () => {} };

/**
 * Opens a file of records. Until they are all there its name ends with `.partial`, so that a file under its own name is whole. What is there and
 * no file, such as a pipe or a device, is written to as it is.
 * @param resume go on with what an earlier run left; a last line that was cut off is written anew
 * @throws PithError `unreadable` for a directory, and for what cannot be gone on with
 */
export async function openRecords(file: string, resume: boolean): Promise<Records> {
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory()) throw new PithError("unreadable", `${file}: is a directory`);
  if (there !== undefined && !there.isFile()) return openDevice(file, resume);
  const partial = `${file}.partial`;
  const isPartial = resume && (await exists(partial));
  if (resume && !isPartial && there !== undefined) return { ...standardOutput, failed: (await readLeft(file)).failed, complete: true };
  const before = isPartial ? await readLeft(partial) : nothingLeft;
  if (isPartial) await truncate(partial, before.bytes);
  const handle: FileHandle = await open(partial, isPartial ? "a" : "w");
  return {
    done: before.lines,
    last: before.last,
    failed: before.failed,
    complete: false,
    write: (line) => handle.appendFile(line),
    async finish() {
      await handle.sync();
      await handle.close();
      await rename(partial, file);
    },
    release: () => handle.close().catch(() => {}),
  };
}

async function openDevice(file: string, resume: boolean): Promise<Records> {
  if (resume) throw new PithError("unreadable", `${file}: is no file that can be gone on with`);
  const handle = await open(file, "w");
  const close = () => handle.close().catch(() => {});
  return { ...nothingBefore, write: (line) => handle.appendFile(line), finish: close, release: close };
}

interface Left {
  readonly lines: number;
  readonly bytes: number;
  readonly last: Place | undefined;
  readonly failed: boolean;
}

const nothingLeft: Left = { lines: 0, bytes: 0, last: undefined, failed: false };
const lineFeed = 10;

/** How the record of a page that failed ends. Quotes within a text have backslashes before them, so none can look like this. */
const failure = /,"code":"[a-z-]+"\}$/;
const longestFailure = 64; // bytes

/** Counts the whole lines of a file and reads the last of them, holding no more than that. */
async function readLeft(file: string): Promise<Left> {
  let [lines, at, end] = [0, 0, 0];
  let failed = false;
  let current: Buffer[] = [];
  let last = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let feed = chunk.indexOf(lineFeed); feed >= 0; feed = chunk.indexOf(lineFeed, start)) {
      last = Buffer.concat([...current, chunk.subarray(start, feed)]);
      failed ||= failure.test(last.toString("latin1", Math.max(0, last.length - longestFailure)));
      current = [];
      lines++;
      start = feed + 1;
      end = at + start;
    }
    current.push(chunk.subarray(start));
    at += chunk.length;
  }
  if (lines === 0) return nothingLeft;
  try {
    return { lines, bytes: end, last: JSON.parse(last.toString("utf8")) as Place, failed };
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
