// Apart from page.ts, whose types are the package's: programs without the DOM's types have no ReadableStream.

import { tooLarge } from "./errors.js";
import { checkSignal, onAbort, type AbortState } from "./signal.js";

/** Reads a body itself, since what `arrayBuffer` reads cannot be cancelled: the limit, and a signal that aborts, end the transfer, too. */
export async function readStream(stream: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number, signal?: AbortState): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const cancel = (reason: unknown): void => void reader.cancel(reason).catch(() => {});
  const unlisten = onAbort(signal, () => cancel(signal?.reason));
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      size += next.value.length;
      if (size <= limit) continue;
      const error = tooLarge(limit);
      cancel(error);
      throw error;
    }
    checkSignal(signal); // what was cancelled ends as if it was whole
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  } finally {
    unlisten();
  }
}
