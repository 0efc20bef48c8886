import { readFile } from "node:fs/promises";
import { messageOf } from "../errors.js";
import { charsetOf } from "../pages/http.js";

/** A page with what its transport says of it. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly charset: string;
}

/** An input could not be read; the message is the one to show. */
export class InputError extends Error {}

/** Reads a file, an http(s) address or, for `-`, standard input. */
export async function readInput(name: string): Promise<Input> {
  if (/^https?:\/\//i.test(name)) return fetchPage(name);
  try {
    const bytes = name === "-" ? await readStandardInput() : await readFile(name);
    return { bytes, url: "", charset: "" };
  } catch (error) {
    throw new InputError(fileMessage(error), { cause: error });
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

async function fetchPage(address: string): Promise<Input> {
  try {
    const response = await fetch(address, { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`HTTP status ${response.status}`);
    }
    const charset = charsetOf(response.headers.get("content-type") ?? "");
    return { bytes: new Uint8Array(await response.arrayBuffer()), url: response.url, charset };
  } catch (error) {
    // What fetch throws says only "fetch failed"; its cause says why.
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    throw new InputError(`cannot be fetched: ${messageOf(cause)}`, { cause: error });
  }
}
