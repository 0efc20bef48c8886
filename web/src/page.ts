import { own } from "./capture/own.js";
import { snapshotOf } from "./capture/snapshot.js";
import { badInput, PithError, tagOf } from "./errors.js";

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

/** An `AbortSignal`. */
export interface AbortState {
  readonly aborted: boolean;
  readonly reason?: unknown;
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
  if (typeof page === "string" || page instanceof Uint8Array) return { content: page };
  // Not only instanceof: bytes may come from another realm, such as an iframe or a test runner's sandbox.
  if (ArrayBuffer.isView(page)) return { content: new Uint8Array(page.buffer, page.byteOffset, page.byteLength) };
  if (tagOf(page) === "ArrayBuffer") return { content: new Uint8Array(page as ArrayBuffer) };
  const nodeType = (page as { nodeType?: unknown } | null | undefined)?.nodeType;
  if (nodeType === 1 || nodeType === 9) return readLivePage(page as Document | Element);
  throw badInput(argument, "a string, a Uint8Array, an ArrayBuffer, a Document or an Element", page);
}

/** A document's own HTML, which is enough for a probe; other pages as they are. */
export function markupOf(page: unknown): unknown {
  const { nodeType } = (page ?? {}) as { nodeType?: unknown };
  if (nodeType === 9) return (page as Document).documentElement?.outerHTML ?? "";
  return nodeType === 1 ? (page as Element).outerHTML : page;
}

function readLivePage(page: Document | Element): Page {
  const address = own(own(page as Node, "nodeType") === 9 ? (page as Document) : own(page as Element, "ownerDocument"), "URL");
  return { content: snapshotOf(page), snapshot: true, ...(/^https?:/.test(address ?? "") && { url: address as string }) };
}

const markup = /^(text\/html|application\/xhtml\+xml|text\/xml|application\/xml|application\/octet-stream|)$/;

/** Reads what a server answered: its body, the address that it came from at last, the encoding and kind that it states. */
export async function readResponse(response: ServerResponse): Promise<Page> {
  const [type = "", ...parameters] = (response.headers.get("content-type") ?? "").split(";").map((part) => part.trim());
  const plain = /^text\/(plain|markdown)$/i.test(type);
  if (!plain && !markup.test(type.toLowerCase())) {
    throw new PithError("unsupported-type", `the response${response.url && ` from ${response.url}`} is of type ${type}, not HTML or plain text`);
  }
  if (response.bodyUsed) throw badInput("page", "a response whose body was not read yet", response);
  const charset = parameters.map((parameter) => /^charset\s*=\s*"?([^"\s]+)/i.exec(parameter)?.[1]).find((label) => label !== undefined) ?? "";
  return { content: new Uint8Array(await response.arrayBuffer()), plain, url: response.url, charset };
}

/** Not only instanceof: Node has several implementations of fetch. */
export function isResponse(page: unknown): page is ServerResponse {
  return tagOf(page) === "Response";
}
