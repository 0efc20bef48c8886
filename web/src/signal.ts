import { badInput, PithError } from "./errors.js";

// Programs without the DOM's types have no `AbortSignal`; so this names what is asked of it.

/** An `AbortSignal`. */
export interface AbortState {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * Calls back when the signal aborts; of one that has aborted already, nothing comes any more.
 * @returns what ends that
 * @throws PithError `bad-input` where it is no signal
 */
export function onAbort(signal: AbortState | undefined, listener: () => void): () => void {
  if (!signal) return () => {};
  if (typeof signal.addEventListener !== "function") throw badInput("signal", "an AbortSignal", signal);
  signal.addEventListener("abort", listener, { once: true });
  return () => signal.removeEventListener("abort", listener);
}

/** Throws a PithError `aborted` with the signal's reason as its cause. */
export function checkSignal(signal: AbortState | undefined): void {
  if (signal?.aborted) throw abortedBy(signal);
}

/** What the work gives; where the signal aborts before, the rejection of `checkSignal`, whatever the work still waits for. */
export async function untilAborted<Value>(work: Promise<Value>, signal: AbortState | undefined): Promise<Value> {
  let unlisten = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    unlisten = onAbort(signal, () => reject(abortedBy(signal)));
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    unlisten();
  }
}

/** The error of work that a signal ended. */
export function abortedBy(signal: AbortState | undefined): PithError {
  return new PithError("aborted", "the extraction was aborted", { cause: signal?.reason });
}
