import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { badInput, checkNames, checkObject, PithError } from "./errors.js";
import { defaultBytes } from "./limits.js";
import type { FoundPage } from "./pages/found.js";
import { openStream, readInput, unreadable } from "./pages/input.js";
import { endsWithOne, kindOf, kinds, knownSuffixes, type Kind } from "./pages/kind.js";
import { findInNdjson } from "./pages/ndjson.js";
import { findInWarc } from "./pages/warc.js";

export { PithError, type PithErrorCode } from "./errors.js";
export type { FoundPage, Place } from "./pages/found.js";
export type { ExtractOptions } from "./types.js";

export interface FindOptions {
  /** Look for files in directories and those below them. Otherwise a directory is an error. */
  readonly recursive?: boolean;
  /** What the names of such files end with; case does not count. Default: `.html`, `.htm`, `.xhtml` and those of archives and streams. */
  readonly suffixes?: readonly string[];
  /** What the inputs are; by default told by their names. */
  readonly from?: Kind;
  /**
   * Bytes that an input of one page may have, or a page of an archive; more is an error `input-too-large`. Default: 128 MB, as `limits.bytes` of
   * the extraction, which alone judges the pages of JSON objects.
   */
  readonly bytes?: number;
  /** Milliseconds that an address may take; then it is an error `timeout`. Default: 60,000. */
  readonly timeout?: number;
}

const optionNames = Object.keys({ recursive: true, suffixes: true, from: true, bytes: true, timeout: true } satisfies Record<keyof FindOptions, true>);

/**
 * Finds pages in files, directories (in the order of their names), web archives and streams of JSON objects, and reads one
 * at a time. `-` is standard input; an `http:` or `https:` address is fetched. For Node, Bun and Deno.
 * What cannot be read comes out as an error in its place.
 * @throws PithError `bad-input` before the first page
 * @example
 * for await (const { page, article, error } of pool.extractAll(findPages(["crawl.warc.gz"]))) console.log(page.source, article ? article.title : error.code);
 */
export async function* findPages(inputs: Iterable<string> | AsyncIterable<string>, options: FindOptions = {}): AsyncGenerator<FoundPage, void, void> {
  checkInputs(inputs);
  checkOptions(options);
  for await (const input of inputs) yield* findIn(input, options);
}

/** A string can be iterated over, too: as the names of its letters. */
function checkInputs(inputs: unknown): void {
  const { [Symbol.iterator]: each, [Symbol.asyncIterator]: eachLater } = Object(inputs) as Partial<Iterable<unknown> & AsyncIterable<unknown>>;
  if (typeof inputs === "string" || (typeof each !== "function" && typeof eachLater !== "function")) throw badInput("inputs", "an iterable of names, such as an array", inputs);
}

function checkOptions(options: FindOptions): void {
  checkObject(options, "options");
  checkNames(options, optionNames, "options");
  const { suffixes, from, bytes, timeout } = options;
  if (suffixes !== undefined && !(Array.isArray(suffixes) && suffixes.every((suffix) => typeof suffix === "string"))) throw badInput("options.suffixes", "an array of strings", suffixes);
  if (from !== undefined && !kinds.includes(from)) throw badInput("options.from", `one of "${kinds.join('", "')}"`, from);
  if (bytes !== undefined && !(Number.isSafeInteger(bytes) && bytes > 0)) throw badInput("options.bytes", "a positive whole number", bytes);
  if (timeout !== undefined && !(typeof timeout === "number" && timeout > 0)) throw badInput("options.timeout", "a number above 0", timeout);
}

/** The lines of a file that names one input a line; `-` is standard input. @throws PithError `unreadable` */
export async function* readNames(file: string): AsyncGenerator<string, void, void> {
  const input = openStream(file);
  try {
    for await (const name of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) if (name !== "") yield name;
  } catch (error) {
    throw new PithError("unreadable", `${file}: ${unreadable(error).message}`, { cause: error });
  } finally {
    input.destroy();
  }
}

async function* findIn(input: string, options: FindOptions): AsyncGenerator<FoundPage, void, void> {
  if (options.recursive === true && (await isDirectory(input))) yield* findBelow(input, options);
  else yield* findInFile(input, options);
}

async function* findInFile(file: string, options: FindOptions): AsyncGenerator<FoundPage, void, void> {
  switch (options.from ?? kindOf(file)) {
    case "warc":
      yield* findInWarc(file, decompressed(file), options.bytes ?? defaultBytes);
      break;
    case "ndjson":
      yield* findInNdjson(file, decompressed(file));
      break;
    case "html":
      yield await readOne(file, options);
  }
}

/** Files in the order of their names, so that a second run finds them in the same order. */
async function* findBelow(folder: string, options: FindOptions): AsyncGenerator<FoundPage, void, void> {
  const suffixes = options.suffixes ?? knownSuffixes;
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { file: folder, error: unreadable(error) };
    return;
  }
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) yield* findBelow(file, options);
    else if (endsWithOne(entry.name, suffixes) && !(await isNoFile(file))) yield* findInFile(file, options);
  }
}

async function readOne(file: string, { bytes, timeout }: FindOptions): Promise<FoundPage> {
  try {
    const { content, url = "", charset = "", plain = false } = await readInput(file, bytes, timeout);
    return { file, ...(url !== "" && { source: url }), content, ...(plain && { plain }), options: { url, charset } };
  } catch (error) {
    if (!(error instanceof PithError)) throw error;
    return { file, error };
  }
}

/** The bytes of a file, decompressed if they begin as gzip does, whatever the file is called. */
async function* decompressed(file: string): AsyncGenerator<Uint8Array, void, void> {
  const stream = openStream(file);
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  async function* from(first: Buffer): AsyncGenerator<Buffer, void, void> {
    yield first;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  try {
    const first = await chunks.next();
    if (first.done === true) return;
    if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* from(first.value);
    else yield* gunzip(from(first.value));
  } finally {
    stream.destroy();
  }
}

async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array, void, void> {
  const plain = createGunzip(); // takes any number of gzip members one after the other, as archives have them
  pipeline(chunks, plain).catch(() => {}); // what goes wrong is thrown where `plain` is read
  yield* plain as AsyncIterable<Uint8Array>;
}

async function isDirectory(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * What is among a directory's files and none: a pipe, socket or device, whose reading may never end; a link to a directory, which may lead back to one
 * that it stands in. Of a missing one, reading it tells.
 */
async function isNoFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => !found.isFile(),
    () => false,
  );
}
