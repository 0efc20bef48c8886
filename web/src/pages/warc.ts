import { constants } from "node:buffer";
import { isHtml, parseContentType, type ContentType } from "../content_type.js";
import { PithError, tooLarge } from "../errors.js";
import { readBytes, type ByteReader } from "./byte_reader.js";
import type { FoundPage, Place } from "./found.js";
import { decodeBody, longestHead, parseFields, parseHead, type Fields, type ResponseHead } from "./http.js";
import { unreadable } from "./input.js";

/** Bytes that a record may have beside its page: its header, and what chunks and encodings cost. A larger one is not read. */
const besidePage = 1 << 20;
const maximumLine = 1 << 16;
const maximumHeaderLines = 1000;

/**
 * Finds the pages of a web archive (WARC 1.0 and 1.1, ISO 28500): the response records with status 2xx whose type is HTML
 * or not said. After damage nothing more can be found in the stream: the last thing given is then an error.
 * @param file how errors and pages name the archive
 * @param chunks the archive, decompressed
 * @param limit bytes that a page may have
 */
export async function* findInWarc(file: string, chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<FoundPage, void, void> {
  const reader = readBytes(chunks);
  try {
    for (let page = 1; ; page++) {
      let found: FoundPage | undefined;
      try {
        found = await nextPage(reader, { file, page }, limit);
      } catch (error) {
        yield { file, page, error: unreadable(error) };
        return;
      }
      if (found === undefined) return;
      yield found;
    }
  } finally {
    await reader.close();
  }
}

function damage(what: string): PithError {
  return new PithError("unreadable", `the archive is damaged: ${what}`);
}

/** The page of the next record that has one, or why it cannot be had; `undefined` at the archive's end. */
async function nextPage(reader: ByteReader, place: Place, limit: number): Promise<FoundPage | undefined> {
  for (let fields = await nextHeader(reader); fields !== undefined; fields = await nextHeader(reader)) {
    const length = Number(fields.get("content-length"));
    if (!Number.isSafeInteger(length) || length < 0) throw damage("a record has no content-length");
    const head = fields.get("warc-type")?.toLowerCase() === "response" ? parseHead(await reader.peek(Math.min(length, longestHead))) : undefined;
    const type = head && typeOfPage(head);
    const taken = type !== undefined && length <= Math.min(limit + besidePage, constants.MAX_LENGTH);
    const block = taken ? await reader.bytes(length) : undefined;
    const read = block ? block.length : await reader.skip(length);
    if (read < length) throw damage("it ends within a record");
    if (head === undefined || type === undefined) continue;
    const source = (fields.get("warc-target-uri") ?? "").replace(/^<(.*)>$/, "$1");
    const found = source === "" ? place : { ...place, source };
    try {
      if (block === undefined) throw tooLarge(limit);
      return { ...found, content: decodeBody(block.subarray(head.length), head.fields, limit), options: { url: source, charset: type.charset } };
    } catch (error) {
      return { ...found, error: unreadable(error) };
    }
  }
  return undefined;
}

/** The fields of the next record; `undefined` at the archive's end. */
async function nextHeader(reader: ByteReader): Promise<Fields | undefined> {
  let version = await reader.line(maximumLine);
  while (version === "") version = await reader.line(maximumLine); // records are parted by two empty lines
  if (version === undefined) return undefined;
  if (!/^WARC\/\d+\.\d+$/.test(version)) throw damage("a record does not begin with WARC/1.1 or the like");
  const lines: string[] = [];
  for (let line = await reader.line(maximumLine); line !== ""; line = await reader.line(maximumLine)) {
    if (line === undefined) throw damage("it ends within a record's header");
    if (lines.push(line) > maximumHeaderLines) throw damage(`a record's header has more than ${maximumHeaderLines} lines`);
  }
  return parseFields(lines);
}

/** What a response says of its page; `undefined` where it has none. */
function typeOfPage({ status, fields }: ResponseHead): ContentType | undefined {
  const type = parseContentType(fields.get("content-type") ?? "");
  return status >= 200 && status <= 299 && isHtml(type.type) ? type : undefined;
}
