import { isAcceptable } from "../image_limits.js";
import { blobOf, bytesOf } from "./bytes.js";
import { askForFile } from "./request.js";

/** A picture of the article for a file: from the page where its server lets the page read it, else from the background, if the person allowed that. */
export async function fetchImage(url: string): Promise<Blob> {
  try {
    const response = await fetch(url, { credentials: "omit" });
    const image = await response.blob();
    if (response.ok && isAcceptable(image)) return blobOf(await bytesOf(image), image.type);
  } catch {
    // not for this page to read
  }
  const { bytes, mime } = await askForFile({ type: "fetch-image", url });
  return blobOf(bytes, mime);
}
