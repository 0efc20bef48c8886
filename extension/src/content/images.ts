import { isAcceptable } from "../image_limits.js";
import { ask } from "./request.js";

/** A picture of the article for a file: from the page where its server lets the page read it, else from the background, if the person allowed that. */
export async function fetchImage(url: string): Promise<Blob> {
  try {
    const response = await fetch(url, { credentials: "omit" });
    const image = await response.blob();
    if (response.ok && isAcceptable(image)) return image;
  } catch {
    // not for this page to read
  }
  const answer = await ask({ type: "fetch-image", url });
  if (answer.type !== "image") throw new Error("no image");
  return new Blob([fromBase64(answer.base64)], { type: answer.mime });
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
