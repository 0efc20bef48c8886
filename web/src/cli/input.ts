import { readFile } from "node:fs/promises";
import { messageOf, PithError } from "../errors.js";
import { readResponse, type Page } from "../page.js";
import { isAddress } from "../pages/kind.js";
import { longestTimer } from "../worker/options.js";

/** Milliseconds that an address may take, where nobody says how long: servers that hang are given up. */
const fetchTimeout = 60_000;

/**
 * Reads a file, an http(s) address or, for `-`, standard input.
 * @param timeout milliseconds that an address may take
 * @throws PithError `unreadable`, `timeout`, `unsupported-type`; the message is the one to show
 */
export async function readInput(name: string, timeout = fetchTimeout): Promise<Page> {
  if (isAddress(name)) return fetchPage(name, timeout);
  try {
    return { content: name === "-" ? await readStandardInput() : await readFile(name) };
  } catch (error) {
    throw new PithError("unreadable", fileMessage(error), { cause: error });
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function fileMessage(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
      return "no such file";
    case "EISDIR":
      return "is a directory";
    default:
      return "cannot be read";
  }
}

async function fetchPage(address: string, timeout: number): Promise<Page> {
  const signal = AbortSignal.timeout(Math.min(timeout, longestTimer));
  try {
    const response = await fetch(address, { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" }, signal });
    try {
      if (!response.ok) throw new Error(`HTTP status ${response.status}`);
      return await readResponse(response);
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
