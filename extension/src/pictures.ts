import { parseContentType } from "../../web/src/content_type.js";
import { largestPicture, pictureTypes } from "../../web/src/export/images.js";
import { readStream } from "../../web/src/read_stream.js";

/** Whether an answer may hold a picture for a file, by what its server says of it: what it really is, the file's maker looks at. */
function isPicture({ headers }: Response): boolean {
  return pictureTypes.has(typeOf(headers)) && Number(headers.get("content-length")) <= largestPicture;
}

function typeOf(headers: Headers): string {
  return parseContentType(headers.get("content-type") ?? "").type;
}

/** The picture that an answer holds; it is read no further than one may be long. Rejects where there is none. */
export async function readPicture(response: Response): Promise<Blob> {
  if (!response.ok || response.body === null || !isPicture(response)) {
    await response.body?.cancel();
    throw new Error("it is no picture for a file");
  }
  return new Blob([await readStream(response.body, largestPicture)], { type: typeOf(response.headers) });
}
