import { api, type Origins } from "./api.js";

/** Every web page; local files and the browser's own pages are none. */
export const allSites = "*";

/** @param site a host name without port, or `allSites` */
function originsOf(site: string): Origins {
  return { origins: [site === allSites ? "*://*/*" : `*://${site}/*`] };
}

/** Asks the person to let the extension read a site by itself; only in a click, before anything is waited for. */
export function askFor(site: string): Promise<boolean> {
  return api().permissions.request(originsOf(site));
}

export function mayRead(site: string): Promise<boolean> {
  return api().permissions.contains(originsOf(site));
}

/** Gives the right to read a site back. */
export async function giveUp(site: string): Promise<void> {
  await api().permissions.remove(originsOf(site));
}

/** The sites that may be read now. */
export async function grantedSites(): Promise<readonly string[]> {
  const { origins = [] } = await api().permissions.getAll();
  const hosts = origins.map((origin) => /^(?:\*|https?):\/\/([^/]+)\/\*$/.exec(origin)?.[1]);
  return [...new Set(hosts.filter((host) => host !== undefined))];
}

export function onPermissionsChanged(listener: () => void): void {
  const { onAdded, onRemoved } = api().permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
}
