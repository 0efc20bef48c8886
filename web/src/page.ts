import { badInput, tagOf } from "./errors.js";

/** A page: text, or bytes in any encoding. */
export type PageInput = string | Uint8Array | ArrayBuffer;

/** The page as the core takes it; anything but text and bytes is a `bad-input`. */
export function checkPage(page: unknown, argument: string): string | Uint8Array {
  if (typeof page === "string" || page instanceof Uint8Array) return page;
  // Not only instanceof: bytes may come from another realm, such as an iframe or a test runner's sandbox.
  if (ArrayBuffer.isView(page)) return new Uint8Array(page.buffer, page.byteOffset, page.byteLength);
  if (tagOf(page) === "ArrayBuffer") return new Uint8Array(page as ArrayBuffer);
  throw badInput(argument, "a string, a Uint8Array or an ArrayBuffer", page);
}
