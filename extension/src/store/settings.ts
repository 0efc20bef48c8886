import { localArea, syncArea } from "../browser/storage.js";
import { isRecord, type Fields } from "../values.js";
import { write } from "./write.js";

const key = "reader";

/** The reader's settings as they were last saved; the reader itself doubts each value. */
export async function loadSettings(): Promise<Fields> {
  const here = (await localArea().get(key))[key];
  if (isRecord(here)) return here; // there only when it could not be stored with the browser's account
  try {
    const carried = (await syncArea()?.get(key))?.[key];
    return isRecord(carried) ? carried : {};
  } catch {
    return {};
  }
}

/**
 * Changes some; those that are not named stay as another tab, or another computer, has chosen them. In turn with what else is changed, see `inTurn`.
 * Stored where the browser carries them to other computers; on this one alone where that is not to be had, or full.
 */
export async function changeSettings(changed: Fields): Promise<void> {
  const settings = { ...(await loadSettings()), ...changed };
  const sync = syncArea();
  try {
    if (!sync) throw new Error("this browser carries no settings");
    await sync.set({ [key]: settings });
    await localArea().remove(key);
  } catch {
    await write({ [key]: settings });
  }
}
