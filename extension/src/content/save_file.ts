import { own } from "../../../web/src/own.js";
import type { ReaderFile } from "../../../web/src/reader/index.js";

/** Time that a browser may take to begin with a file, in ms. */
const patience = 60_000;

/** Hands a file to the browser to keep. The link never stands in the page, so the page sees no click; no content policy forbids a download. */
export function saveFile({ name, type, content }: ReaderFile): Promise<void> {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = own(document, "createElement").call(document, "a") as HTMLAnchorElement; // a link of an inert document leads nowhere
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), patience);
  return Promise.resolve();
}
