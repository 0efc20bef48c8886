import { fileAddress } from "../browser/runtime.js";
import type { FileAnswer } from "../messages.js";

/** A font of the extension. The page gets its bytes and no address, so no file of the extension need be open to pages. */
export async function loadFont(file: string): Promise<FileAnswer> {
  const response = await fetch(fileAddress(`fonts/${file}`));
  if (!response.ok) throw new Error(`there is no font ${file}`);
  return fileAnswer(await response.blob());
}

/** Bytes as a message can carry them in both browsers. */
export async function fileAnswer(content: Blob): Promise<FileAnswer> {
  return { type: "file", mime: content.type, base64: toBase64(new Uint8Array(await content.arrayBuffer())) };
}

function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000; // arguments that a call can have anywhere
  let binary = "";
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(binary);
}
