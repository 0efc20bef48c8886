import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { messageOf, PithError, tooLarge } from "../errors.js";
import { defaultBytes } from "../limits.js";
import { readResponse, type Page } from "../page.js";
import { longestTimer } from "../worker/options.js";
import { isAddress } from "./kind.js";

/** Milliseconds that an address may take, where nobody says how long: servers that hang are given up. */
const fetchTimeout = 60_000;

/**
 * Reads a file, an http(s) address or, for `-`, standard input.
 * @param bytes that it may have; it is not read on beyond
 * @param timeout milliseconds that an address may take
 * @throws PithError `input-too-large`, `unreadable`, `timeout`, `unsupported-type`; the message is the one to show
 */
export async function readInput(name: string, bytes = defaultBytes, timeout = fetchTimeout): Promise<Page> {
  if (isAddress(name)) return fetchPage(name, bytes, timeout);
  try {
    return { content: await readFileStream(openStream(name), bytes) };
  } catch (error) {
    throw unreadable(error);
  }
}

/** A file's bytes, or those of standard input for `-`. Who does not read it to its end has to destroy it. */
export function openStream(name: string): Readable {
  return name === "-" ? process.stdin : createReadStream(name);
}

/** What is wrong with a file, in the native command's words where the system says it; what is an error of ours says it already. */
export function unreadable(error: unknown): PithError {
  if (error instanceof PithError) return error;
  return new PithError("unreadable", fileMessage(error), { cause: error });
}

async function readFileStream(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
  }
  return Buffer.concat(chunks);
}

function fileMessage(error: unknown): string {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "no such file";
  if (code === "EISDIR") return "is a directory";
  return syscall === undefined ? `cannot be read: ${messageOf(error)}` : "cannot be read"; // not of the system: damaged compression, for one
}

async function fetchPage(address: string, bytes: number, timeout: number): Promise<Page> {
  const signal = AbortSignal.timeout(Math.min(timeout, longestTimer));
  try {
    const response = await fetch(address, { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" }, signal });
    try {
      if (!response.ok) throw new Error(`HTTP status ${response.status}`);
      return await readResponse(response, bytes);
    } catch (error) {
      if (!response.bodyUsed) await response.body?.cancel();
      throw error;
    }
  } catch (error) {
    if (signal.aborted) throw new PithError("timeout", `cannot be fetched: it takes longer than ${timeout} ms`, { cause: error });
    if (error instanceof PithError) throw error;
    // What fetch throws says only "fetch failed"; its cause says why.
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    throw new PithError("unreadable", `cannot be fetched: ${messageOf(cause)}`, { cause: error });
  }
}
