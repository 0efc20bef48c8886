// What the extension does by itself, on sites that the person allowed it to read and nowhere else.

import type { OpenTab } from "../browser/api.js";
import { setButton } from "../browser/button.js";
import { allSites, grantedSites, mayRead, onPermissionsChanged } from "../browser/permissions.js";
import { message, onInstalled } from "../browser/runtime.js";
import { onStored } from "../browser/storage.js";
import { addressIn } from "../browser/tabs.js";
import { watchSites } from "../browser/watching.js";
import type { Arrival } from "../messages.js";
import { isFrontPage, siteOf } from "../site.js";
import { alwaysOpened, openAlways, probeKey, sitesKey, wishes } from "../store/sites.js";
import { inTurn } from "../store/write.js";
import { isProbablyReadable } from "./core.js";
import { commandUnasked } from "./opening.js";
import { openOptions } from "./pages.js";

/** A page of a watched site tells of itself: the button shows whether it can be read, and where the person wants it, it opens. */
export async function pageArrived(tab: OpenTab, { html, url, arrival }: Arrival, site: string | null): Promise<void> {
  const readable = !isFrontPage(url) && (await isProbablyReadable(html));
  const always = readable && site !== null && (await alwaysOpened()).includes(site);
  // The tab may have another page by now. One of this site tells of itself in its turn; one that is not watched would keep what is not its own.
  if (siteOf((await addressIn(tab)) ?? "") !== site) return;
  await setButton(tab, { title: message(readable ? "openReadable" : "open"), readable });
  if (always) await commandUnasked(tab, "open-by-itself", arrival);
}

/** @returns false where the browser wants to be asked first, which it does only in a page of the extension; that is open now */
export async function setAlways(site: string, on: boolean): Promise<boolean> {
  if (on && !(await mayRead(site))) {
    await openOptions(`#always=${encodeURIComponent(site)}`);
    return false;
  }
  await openAlways(site, on);
  return true;
}

export function watchAsAllowed(): void {
  const update = (): void => void inTurn(watchPages).catch((error: unknown) => console.error(error));
  onInstalled(update); // an update of the extension forgets what was watched
  onPermissionsChanged(update);
  onStored((keys) => {
    if (keys.includes(sitesKey) || keys.includes(probeKey)) update();
  });
}

async function watchPages(): Promise<void> {
  const [sites, { probe }, granted] = await Promise.all([alwaysOpened(), wishes(), grantedSites()]);
  const everywhere = granted.includes(allSites);
  const patterns = probe && everywhere ? ["*://*/*"] : sites.filter((site) => everywhere || granted.includes(site)).map((site) => `*://${site}/*`);
  await watchSites(patterns);
}
