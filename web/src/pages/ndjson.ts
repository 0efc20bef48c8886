import { messageOf, PithError } from "../errors.js";
import { readBytes } from "./byte_reader.js";
import type { FoundPage, Place } from "./found.js";
import { unreadable } from "./input.js";

/** A line above this is not read: JSON writes a byte of a page in up to six. */
const maximumLine = 256 << 20;

/**
 * Finds the pages of a stream of JSON objects, one a line: `html` and, if known, `url`. Empty lines are skipped.
 * A line that is none of this is an error in its place.
 */
export async function* findInNdjson(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FoundPage, void, void> {
  const reader = readBytes(chunks);
  try {
    for (let page = 1; ; page++) {
      let line: string | undefined;
      try {
        line = await reader.line(maximumLine);
      } catch (error) {
        yield { file, page, error: unreadable(error) };
        return;
      }
      if (line === undefined) return;
      if (line.trim() !== "") yield pageOf(line, { file, page });
    }
  } finally {
    await reader.close();
  }
}

function pageOf(line: string, place: Place): FoundPage {
  const refuse = (why: string): FoundPage => ({ ...place, error: new PithError("unreadable", `line ${place.page}: ${why}`) });
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(line, "latin1").toString("utf8").replace(/^\uFEFF/, "")); // streams begin with a byte order mark, too
  } catch (error) {
    return refuse(`no JSON: ${messageOf(error)}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("no JSON object");
  const { html, url = "" } = value as { html?: unknown; url?: unknown };
  if (typeof url !== "string") return refuse('"url" is no string');
  const found = url === "" ? place : { ...place, source: url };
  if (typeof html !== "string") return { ...found, error: new PithError("unreadable", `line ${place.page}: "html" is no string`) };
  return { ...found, content: html, options: { url } };
}
