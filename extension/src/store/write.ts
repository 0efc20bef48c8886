import { localArea } from "../browser/storage.js";

/** There is no room for more; what was stored before is still there. */
export class StoreFullError extends Error {
  override readonly name = "StoreFullError";
}

/** Stores all of the items on this computer, or none of them. */
export async function write(items: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    await localArea().set(items);
  } catch (error) {
    if (/quota|space|full/i.test(String(error))) throw new StoreFullError("the browser has no more room for Pith", { cause: error });
    throw error;
  }
}

/** What is stored under keys that begin so, by the rest of the key. */
export async function readAll(prefix: string): Promise<ReadonlyMap<string, unknown>> {
  const entries = Object.entries(await localArea().get(null)).filter(([key]) => key.startsWith(prefix));
  return new Map(entries.map(([key, value]) => [key.slice(prefix.length), value]));
}

/** One after the other, in whichever of the extension's pages: what reads, changes and writes must not meet another that does. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request("pith-store", work) as Promise<Result>;
}
