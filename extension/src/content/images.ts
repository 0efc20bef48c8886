import { readPicture } from "../pictures.js";
import { blobOf, bytesOf } from "./bytes.js";
import { askForFile } from "./request.js";

/** A picture of the article for a file: from the page where its server lets the page read it, else from the background, if the person allowed that. */
export async function fetchImage(url: string): Promise<Blob> {
  const image = await fetch(url, { credentials: "omit" })
    .then(readPicture)
    .catch(() => undefined); // not for this page to read, or there is another one for pages like it
  if (image) return blobOf(await bytesOf(image), image.type);
  const { bytes, mime } = await askForFile({ type: "fetch-image", url });
  return blobOf(bytes, mime);
}
