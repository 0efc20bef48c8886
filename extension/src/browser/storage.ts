import { api, type StorageArea } from "./api.js";

/** What this browser keeps on this computer. */
export function localArea(): StorageArea {
  return api().storage.local;
}

/** What the browser carries to the person's other computers; undefined where it does not. */
export function syncArea(): StorageArea | undefined {
  return api().storage.sync;
}

/** Keeps the store from content scripts, where the browser can. */
export async function closeStore(): Promise<void> {
  await api().storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

/** @param listener gets the keys whose values changed, in any area */
export function onStored(listener: (keys: readonly string[]) => void): void {
  api().storage.onChanged.addListener((changes) => listener(Object.keys(changes)));
}
