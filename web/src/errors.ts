/** What went wrong, for a program to act on. */
export type PithErrorCode =
  /** The page has more bytes than the core takes. */
  | "input-too-large"
  /** `charset` is no label of the WHATWG Encoding Standard. */
  | "unknown-encoding"
  /** The page's encoding is known, but neither the core nor this platform's TextDecoder decodes it. */
  | "unsupported-encoding"
  /** A selector of `rules` is wrong; the message says where. */
  | "bad-rule"
  /** The page is an image, an archive or the like, or the response says that it is neither HTML nor plain text. */
  | "unsupported-type"
  /** The signal was aborted, or that of one of many pages; its reason is the `cause`. */
  | "aborted"
  /** An argument is of the wrong type, or an option's name is none; the message names it. */
  | "bad-input"
  /** The WebAssembly module could not be fetched, read or compiled. */
  | "load-failed"
  /** The page needs more memory than WebAssembly gives; the next call starts from a fresh instance. */
  | "out-of-memory"
  /** The WebAssembly code stopped; the next call starts from a fresh instance. */
  | "trap"
  /** An input of many could not be read or fetched, or is damaged, or a response broke off; the message says which and why. */
  | "unreadable"
  /** The page took longer than its `timeout`. */
  | "timeout"
  /** The worker that had the page ended, or could not be started. */
  | "worker-failed"
  /** The pool was closed before the page was done. */
  | "closed";

/** The one error that Pith throws. */
export class PithError extends Error {
  override readonly name = "PithError";
  readonly code: PithErrorCode;

  constructor(code: PithErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** The words of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What the core says of a page that is too large, for one that is not read on. */
export function tooLarge(limit: number): PithError {
  return new PithError("input-too-large", `the page has more bytes than the limit of ${limit}`);
}

/** A `bad-input` that names the argument, what it should be and what it is. */
export function badInput(argument: string, expected: string, given: unknown): PithError {
  const shown = typeof given === "string" && given.length < 100 ? JSON.stringify(given) : tagOf(given); // not a whole page
  return new PithError("bad-input", `${argument} must be ${expected}, not ${shown}`);
}

/** Refuses as `bad-input` what is no object. */
export function checkObject(value: unknown, argument: string): void {
  if (typeof value !== "object" || value === null) throw badInput(argument, "an object", value);
}

/** Refuses as `bad-input` an object with a name that is misspelt, and would be passed over. */
export function checkNames(value: object, known: readonly string[], argument: string): void {
  for (const [name, given] of Object.entries(value)) {
    if (given !== undefined && !known.includes(name)) throw badInput(argument, `an object of ${known.join(", ")}`, name);
  }
}

/** "Object", "Null", "ArrayBuffer" and so on, whatever realm the value comes from. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -"]".length);
}
