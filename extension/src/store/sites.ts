import { localArea } from "../browser/storage.js";
import { isSite } from "../site.js";
import { inTurn, write } from "./write.js";

/** Keys that say by which sites' pages the extension may act by itself. */
export const sitesKey = "sites";
export const probeKey = "probe";
export const picturesKey = "pictures";

/** The sites whose articles open in the reader by themselves, in the order of the alphabet. */
export async function alwaysOpened(): Promise<readonly string[]> {
  const stored = (await localArea().get(sitesKey))[sitesKey];
  return Array.isArray(stored) ? [...new Set(stored.filter(isSite))].sort() : [];
}

export function openAlways(site: string, always: boolean): Promise<void> {
  return inTurn(async () => {
    const others = (await alwaysOpened()).filter((other) => other !== site);
    await write({ [sitesKey]: always ? [...others, site].sort() : others });
  });
}

/** What a person wants that needs the right to read every page. */
export interface Wishes {
  /** The button tells of every page if it can be read. */
  readonly probe: boolean;
  /** Saved files hold pictures of other servers, too. */
  readonly pictures: boolean;
}

export async function wishes(): Promise<Wishes> {
  const stored = await localArea().get([probeKey, picturesKey]);
  return { probe: stored[probeKey] === true, pictures: stored[picturesKey] === true };
}

export function setWish(key: typeof probeKey | typeof picturesKey, on: boolean): Promise<void> {
  return write({ [key]: on });
}
