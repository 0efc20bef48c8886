import { PithError } from "../errors.js";
import { readBytes, type ByteReader } from "./byte_reader.js";
import type { FoundPage, Place } from "./found.js";
import { charsetOf, decodeBody, parseFields, parseResponse, type Fields } from "./http.js";

/** A record above this is no page. */
const maximumRecord = 64 << 20;
const maximumLine = 1 << 16;
const maximumHeaderLines = 1000;

/**
 * Finds the pages of a web archive (WARC 1.0 and 1.1, ISO 28500): the response records with status 2xx whose type is HTML
 * or not said. After damage nothing more can be found in the stream: the last thing given is then an error.
 * @param file how errors and pages name the archive
 * @param chunks the archive, decompressed
 */
export async function* findInWarc(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FoundPage, void, void> {
  const reader = readBytes(chunks);
  for (let page = 1; ; ) {
    let record: WarcRecord | undefined;
    try {
      record = await readRecord(reader);
    } catch (error) {
      yield { file, page, error: new PithError("unreadable", `the archive is damaged: ${(error as Error).message}`, { cause: error }) };
      return;
    }
    if (record === undefined) return;
    const found = pageIn(record, { file, page });
    if (found === undefined) continue;
    yield found;
    page++;
  }
}

interface WarcRecord {
  readonly fields: Fields;
  /** Empty for what is no response. */
  readonly block: Uint8Array;
  /** Too large to be taken. */
  readonly skipped: boolean;
}

async function readRecord(reader: ByteReader): Promise<WarcRecord | undefined> {
  let version = await reader.line(maximumLine);
  while (version === "") version = await reader.line(maximumLine); // records are parted by two empty lines
  if (version === undefined) return undefined;
  if (!/^WARC\/\d+\.\d+$/.test(version)) throw new Error("a record does not begin with WARC/1.1 or the like");
  const lines: string[] = [];
  for (let line = await reader.line(maximumLine); line !== ""; line = await reader.line(maximumLine)) {
    if (line === undefined) throw new Error("it ends within a record's header");
    if (lines.push(line) > maximumHeaderLines) throw new Error(`a record's header has more than ${maximumHeaderLines} lines`);
  }
  const fields = parseFields(lines);
  const length = Number(fields.get("content-length"));
  if (!Number.isSafeInteger(length) || length < 0) throw new Error("a record has no content-length");
  const wanted = fields.get("warc-type")?.toLowerCase() === "response";
  const skipped = wanted && length > maximumRecord;
  const block = wanted && !skipped ? await reader.bytes(length) : new Uint8Array(0);
  const read = wanted && !skipped ? block.length : await reader.skip(length);
  if (read < length) throw new Error("it ends within a record");
  return { fields, block, skipped };
}

/** The page of a record, or why it cannot be had; `undefined` for a record without a page. */
function pageIn({ fields, block, skipped }: WarcRecord, place: Place): FoundPage | undefined {
  if (fields.get("warc-type")?.toLowerCase() !== "response") return undefined;
  const source = (fields.get("warc-target-uri") ?? "").replace(/^<(.*)>$/, "$1");
  const found = source === "" ? place : { ...place, source };
  if (skipped) return { ...found, error: new PithError("input-too-large", `the record has more bytes than the limit of ${maximumRecord}`) };
  const response = parseResponse(block);
  if (response === undefined || response.status < 200 || response.status > 299) return undefined;
  const type = response.fields.get("content-type") ?? "";
  if (type !== "" && !/^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type)) return undefined;
  try {
    return { ...found, content: decodeBody(response), options: { url: source, charset: charsetOf(type) } };
  } catch (error) {
    if (error instanceof PithError) return { ...found, error };
    throw error;
  }
}
