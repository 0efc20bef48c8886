import { isPicture } from "../pictures.js";
import { blobOf, bytesOf } from "./bytes.js";
import { askForFile } from "./request.js";

/** A picture of the article for a file: from the page where its server lets the page read it, else from the background, if the person allowed that. */
export async function fetchImage(url: string): Promise<Blob> {
  const response = await fetch(url, { credentials: "omit" }).catch(() => undefined); // not for this page to read
  if (response?.ok) {
    if (!isPicture(response)) throw new Error("it is no picture for a file");
    const image = await response.blob();
    return blobOf(await bytesOf(image), image.type);
  }
  const { bytes, mime } = await askForFile({ type: "fetch-image", url });
  return blobOf(bytes, mime);
}
