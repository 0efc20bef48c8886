import { constants } from "node:buffer";
import { isHtml, parseContentType } from "../content_type.js";
import { PithError, tooLarge } from "../errors.js";
import { readBytes, type ByteReader } from "./byte_reader.js";
import type { FoundPage, Place } from "./found.js";
import { decodeBody, parseFields, parseResponse, type Fields } from "./http.js";

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
    for (let page = 1; ; ) {
      let record: WarcRecord | undefined;
      try {
        record = await readRecord(reader, Math.min(limit + besidePage, constants.MAX_LENGTH));
      } catch (error) {
        if (!(error instanceof PithError)) throw error;
        yield { file, page, error };
        return;
      }
      if (record === undefined) return;
      const found = pageIn(record, { file, page }, limit);
      if (found === undefined) continue;
      yield found;
      page++;
    }
  } finally {
    await reader.close();
  }
}

interface WarcRecord {
  readonly fields: Fields;
  /** Empty for what is no response. */
  readonly block: Uint8Array;
  /** Too large to be taken. */
  readonly skipped: boolean;
}

function damage(what: string): PithError {
  return new PithError("unreadable", `the archive is damaged: ${what}`);
}

/** @param largest bytes of a block that is read */
async function readRecord(reader: ByteReader, largest: number): Promise<WarcRecord | undefined> {
  let version = await reader.line(maximumLine);
  while (version === "") version = await reader.line(maximumLine); // records are parted by two empty lines
  if (version === undefined) return undefined;
  if (!/^WARC\/\d+\.\d+$/.test(version)) throw damage("a record does not begin with WARC/1.1 or the like");
  const lines: string[] = [];
  for (let line = await reader.line(maximumLine); line !== ""; line = await reader.line(maximumLine)) {
    if (line === undefined) throw damage("it ends within a record's header");
    if (lines.push(line) > maximumHeaderLines) throw damage(`a record's header has more than ${maximumHeaderLines} lines`);
  }
  const fields = parseFields(lines);
  const length = Number(fields.get("content-length"));
  if (!Number.isSafeInteger(length) || length < 0) throw damage("a record has no content-length");
  const wanted = fields.get("warc-type")?.toLowerCase() === "response";
  const skipped = wanted && length > largest;
  const block = wanted && !skipped ? await reader.bytes(length) : new Uint8Array(0);
  const read = wanted && !skipped ? block.length : await reader.skip(length);
  if (read < length) throw damage("it ends within a record");
  return { fields, block, skipped };
}

/** The page of a record, or why it cannot be had; `undefined` for a record without a page. */
function pageIn({ fields, block, skipped }: WarcRecord, place: Place, limit: number): FoundPage | undefined {
  if (fields.get("warc-type")?.toLowerCase() !== "response") return undefined;
  const source = (fields.get("warc-target-uri") ?? "").replace(/^<(.*)>$/, "$1");
  const found = source === "" ? place : { ...place, source };
  if (skipped) return { ...found, error: tooLarge(limit) };
  const response = parseResponse(block);
  if (response === undefined || response.status < 200 || response.status > 299) return undefined;
  const { type, charset } = parseContentType(response.fields.get("content-type") ?? "");
  if (!isHtml(type)) return undefined;
  try {
    return { ...found, content: decodeBody(response, limit), options: { url: source, charset } };
  } catch (error) {
    if (error instanceof PithError) return { ...found, error };
    throw error;
  }
}
