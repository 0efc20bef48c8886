import { snapshotOf } from "./capture/snapshot.js";
import { isPlainText, mayBeHtml, parseContentType } from "./content_type.js";
import { badInput, messageOf, PithError, tagOf } from "./errors.js";
import { own } from "./own.js";
import { readStream } from "./read_stream.js";
import { checkSignal, type AbortState } from "./signal.js";

/** A page: text, bytes in any encoding, or what a browser (jsdom, linkedom) made of it. Of an element, what stands in it. */
export type PageInput = string | Uint8Array | ArrayBuffer | LivePage;

// Programs without the DOM's types use this package, too; so its types name no more of the DOM than it asks for.

/** A `Document` or an `Element`. */
export interface LivePage {
  readonly nodeType: number;
}

/** A `Response`. */
export interface ServerResponse {
  readonly url: string;
  readonly bodyUsed: boolean;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A page in the core's form, with what its source says of it. */
export interface Page {
  readonly content: string | Uint8Array;
  /** `content` is the stream of a live page. */
  readonly snapshot?: boolean;
  readonly plain?: boolean;
  readonly url?: string;
  readonly charset?: string;
}

/** Reads a page that is at hand; anything else is a `bad-input`. A document is only read, never changed. */
export function readPage(page: unknown, argument: string): Page {
  if (typeof page === "string") return { content: page };
  // Not instanceof: bytes may come from another realm, such as an iframe or a test runner's sandbox.
  if (ArrayBuffer.isView(page) || tagOf(page) === "ArrayBuffer") return { content: bytesOf(page as ArrayBufferView | ArrayBuffer, argument) };
  if (kindOf(page) !== undefined) return readLivePage(page as Document | Element);
  throw badInput(argument, "a string, a Uint8Array, an ArrayBuffer, a Document or an Element", page);
}

/**
 * The bytes of a view or buffer, not copied.
 * @throws PithError `bad-input` where they were handed over to somebody else, such as a worker
 */
export function bytesOf(page: ArrayBufferView | ArrayBuffer, argument: string): Uint8Array {
  try {
    return ArrayBuffer.isView(page) ? new Uint8Array(page.buffer, page.byteOffset, page.byteLength) : new Uint8Array(page);
  } catch (error) {
    throw new PithError("bad-input", `${argument} was handed over already: of its bytes nothing is left`, { cause: error });
  }
}

/** A document's own HTML, which is enough for a probe; other pages as they are. */
export function markupOf(page: unknown): unknown {
  const kind = kindOf(page);
  if (kind === undefined) return page;
  const root = kind === "document" ? (own(page as Document, "documentElement") as Element | null) : (page as Element);
  return root === null ? "" : own(root, "outerHTML");
}

/** What of a live page it is; undefined of whatever else. `<img name="nodeType">` of a writer does not stand in for the answer. */
function kindOf(page: unknown): "document" | "element" | undefined {
  if (typeof page !== "object" || page === null || Object.getPrototypeOf(page) === null) return undefined;
  const nodeType = own(page as Node, "nodeType");
  return nodeType === 9 ? "document" : nodeType === 1 ? "element" : undefined;
}

function readLivePage(page: Document | Element): Page {
  const address = own(kindOf(page) === "document" ? (page as Document) : own(page as Element, "ownerDocument"), "URL");
  return { content: snapshotOf(page), snapshot: true, ...(/^https?:/.test(address ?? "") && { url: address as string }) };
}

/**
 * Reads what a server answered: its body, the address that it came from at last, the encoding and kind that it states.
 * @param limit bytes that it may have; it is not read on beyond
 * @throws PithError as a rejection: `unsupported-type`, `bad-input`, `input-too-large`, `unreadable`, `aborted`
 */
export async function readResponse(response: ServerResponse, limit: number, signal?: AbortState): Promise<Page> {
  const { type, charset } = parseContentType(response.headers.get("content-type") ?? "");
  const plain = isPlainText(type);
  if (!plain && !mayBeHtml(type)) {
    throw new PithError("unsupported-type", `${nameOf(response)} is of type ${type}, not HTML or plain text`);
  }
  if (response.bodyUsed || streamOf(response)?.locked) throw badInput("page", "a response whose body was not read yet", response);
  return { content: await readBody(response, limit, signal), plain, url: response.url, charset };
}

async function readBody(response: ServerResponse, limit: number, signal: AbortState | undefined): Promise<Uint8Array> {
  const stream = streamOf(response);
  try {
    return stream ? await readStream(stream, limit, signal) : new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    checkSignal(signal); // which may have ended the fetching, too
    if (error instanceof PithError) throw error;
    throw new PithError("unreadable", `${nameOf(response)} broke off: ${messageOf(error)}`, { cause: error });
  }
}

/** Not every fetch that Node has gives streams of the web. */
function streamOf(response: ServerResponse): ReadableStream<Uint8Array<ArrayBuffer>> | undefined {
  const { body } = response as Partial<Response>;
  return typeof body?.getReader === "function" ? body : undefined;
}

function nameOf({ url }: ServerResponse): string {
  return url ? `the response from ${url}` : "the response";
}

/** Not only instanceof: Node has several implementations of fetch. */
export function isResponse(page: unknown): page is ServerResponse {
  return tagOf(page) === "Response";
}
