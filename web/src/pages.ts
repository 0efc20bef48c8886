import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { readInput } from "./cli/input.js";
import { messageOf, PithError } from "./errors.js";
import type { FoundPage } from "./pages/found.js";
import { endsWithOne, kindOf, knownSuffixes, type Kind } from "./pages/kind.js";
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
  /** Bytes that an input of one page may have; more is an error `input-too-large`. Default: 128 MB, as `limits.bytes` of the extraction. */
  readonly bytes?: number;
  /** Milliseconds that an address may take; then it is an error `timeout`. Default: 60,000. */
  readonly timeout?: number;
}

/**
 * Finds pages in files, directories (in the order of their names), web archives and streams of JSON objects, and reads one
 * at a time. `-` is standard input; an `http:` or `https:` address is fetched. For Node, Bun and Deno.
 * What cannot be read comes out as an error in its place.
 * @example
 * for await (const { page, article, error } of pool.extractAll(findPages(["crawl.warc.gz"]))) console.log(page.source, article ? article.title : error.code);
 */
export async function* findPages(inputs: Iterable<string> | AsyncIterable<string>, options: FindOptions = {}): AsyncGenerator<FoundPage, void, void> {
  for await (const input of inputs) yield* findIn(input, options);
}

/** The lines of a file that names one input a line; `-` is standard input. @throws PithError `unreadable` */
export async function* readNames(file: string): AsyncGenerator<string, void, void> {
  try {
    for await (const name of createInterface({ input: openStream(file), crlfDelay: Number.POSITIVE_INFINITY })) if (name !== "") yield name;
  } catch (error) {
    throw new PithError("unreadable", `${file}: cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

async function* findIn(input: string, options: FindOptions): AsyncGenerator<FoundPage, void, void> {
  if (options.recursive === true && (await isDirectory(input))) {
    yield* findBelow(input, options);
    return;
  }
  switch (options.from ?? kindOf(input)) {
    case "warc":
      yield* untilDamaged(input, findInWarc(input, decompressed(input)));
      break;
    case "ndjson":
      yield* untilDamaged(input, findInNdjson(input, decompressed(input)));
      break;
    case "html":
      yield await readOne(input, options);
  }
}

/** Files in the order of their names, so that a second run finds them in the same order. */
async function* findBelow(folder: string, options: FindOptions): AsyncGenerator<FoundPage, void, void> {
  const suffixes = options.suffixes ?? knownSuffixes;
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { file: folder, error: new PithError("unreadable", `cannot be read: ${messageOf(error)}`, { cause: error }) };
    return;
  }
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) yield* findBelow(file, options);
    else if (endsWithOne(entry.name, suffixes) && !(await isDevice(file))) yield* findIn(file, options);
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

/** A stream that breaks, for one because its file is missing or its compression damaged, ends with an error. */
async function* untilDamaged(file: string, pages: AsyncIterable<FoundPage>): AsyncGenerator<FoundPage, void, void> {
  let page = 1;
  try {
    for await (const found of pages) {
      yield found;
      page = (found.page ?? page) + 1;
    }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    yield { file, page, error: new PithError("unreadable", missing ? "no such file" : `cannot be read: ${messageOf(error)}`, { cause: error }) };
  }
}

function openStream(file: string): NodeJS.ReadableStream {
  return file === "-" ? process.stdin : createReadStream(file);
}

/** The bytes of a file, decompressed if they begin as gzip does, whatever the file is called. */
async function* decompressed(file: string): AsyncGenerator<Uint8Array, void, void> {
  const chunks = openStream(file)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  if (first.done === true) return;
  async function* whole(): AsyncGenerator<Buffer, void, void> {
    yield first.value;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* whole();
  else yield* gunzip(whole());
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

/** A pipe, socket or device among the files of a directory: no page, and reading it may never end. */
async function isDevice(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );
}
