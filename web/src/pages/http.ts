import { constants } from "node:buffer";
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { messageOf, PithError, tooLarge } from "../errors.js";

/** Header fields by their names in lower case. */
export type Fields = ReadonlyMap<string, string>;

/** What stands before the body of what a server sent. */
export interface ResponseHead {
  readonly status: number;
  readonly fields: Fields;
  /** Bytes of it; the body, still encoded, follows. Infinite where no end was found. */
  readonly length: number;
}

/** Bytes that are searched for the end of a response's head. */
export const longestHead = 1 << 16;

/** Splits `name: value` lines; a line that begins with white space continues the one before. */
export function parseFields(lines: readonly string[]): Fields {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ""} ${line.trim()}`);
    else if (colon > 0) fields.set((last = line.slice(0, colon).trim().toLowerCase()), line.slice(colon + 1).trim());
  }
  return fields;
}

/**
 * Reads the head of an HTTP response as it went over the wire; `undefined` where it is none.
 * @param message its first `longestHead` bytes, or all of a shorter one
 */
export function parseHead(message: Uint8Array): ResponseHead | undefined {
  const text = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const end = /\r?\n\r?\n/.exec(text.toString("latin1", 0, longestHead));
  const head = text.toString("latin1", 0, end?.index ?? longestHead);
  const [status = "", ...lines] = head.split(/\r?\n/);
  const code = /^HTTP\/\S+ +(\d{3})/.exec(status)?.[1];
  if (code === undefined) return undefined;
  return { status: Number(code), fields: parseFields(lines), length: end === null ? Number.POSITIVE_INFINITY : end.index + end[0].length };
}

/**
 * The body without the encodings of transport and content. Archives often hold bodies that were decoded while their header
 * was kept, so a body that does not look encoded is taken as it is.
 * @param limit bytes that it may have in the end; it is not decompressed beyond
 * @throws PithError `unreadable`, `input-too-large`
 */
export function decodeBody(body: Uint8Array, fields: Fields, limit: number): Uint8Array {
  let bytes = body;
  if (/\bchunked\b/i.test(fields.get("transfer-encoding") ?? "")) bytes = joinChunks(bytes) ?? bytes;
  for (const coding of (fields.get("content-encoding") ?? "").toLowerCase().split(/[ ,]+/).reverse()) bytes = decodeContent(bytes, coding, limit);
  if (bytes.length > limit) throw tooLarge(limit);
  return bytes;
}

/** The chunks of a chunked body put together; `undefined` where it is not chunked. */
function joinChunks(body: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < text.length; ) {
    const size = /^([0-9a-f]{1,8})[^\n]{0,256}\n/i.exec(text.toString("latin1", at, at + 300));
    if (size === null) return chunks.length === 0 ? undefined : Buffer.concat(chunks); // cut off
    const start = at + size[0].length;
    const end = start + Number.parseInt(size[1] as string, 16);
    if (end === start) break;
    chunks.push(text.subarray(start, end));
    at = end + (text[end] === 13 ? 2 : 1);
  }
  return Buffer.concat(chunks);
}

/** Codings that Node 20 has no decoder for. */
const unknownCodings = ["zstd", "compress", "x-compress", "dcb", "dcz"];

function decodeContent(bytes: Uint8Array, coding: string, limit: number): Uint8Array {
  const options = { maxOutputLength: Math.min(limit, constants.MAX_LENGTH) };
  try {
    switch (coding) {
      case "gzip":
      case "x-gzip":
        return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;
      case "deflate": // with zlib's header, or as some servers send it without
        return ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
      case "br":
        return brotliDecompressSync(bytes, options);
      default:
        if (unknownCodings.includes(coding)) throw new PithError("unreadable", `the page's content encoding, ${coding}, is none that can be undone`);
        return bytes;
    }
  } catch (error) {
    if (beginsAsMarkup(bytes)) return bytes; // unlike gzip, these have no mark of their own to look for
    if (error instanceof PithError) throw error;
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(limit);
    throw new PithError("unreadable", `the page's content encoding, ${coding}, is damaged: ${messageOf(error)}`, { cause: error });
  }
}

function beginsAsMarkup(bytes: Uint8Array): boolean {
  return /^(\xEF\xBB\xBF)?\s*<[!?a-z]/i.test(Buffer.from(bytes.subarray(0, 1024)).toString("latin1"));
}
