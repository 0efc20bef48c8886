// What the extension may do by itself, and where.

import { allSites, askFor, giveUp, grantedSites } from "../browser/permissions.js";
import { message } from "../browser/runtime.js";
import { filesSite, siteFrom } from "../site.js";
import { alwaysOpened, openAlways, picturesKey, probeKey, setWish, wishes } from "../store/sites.js";
import { button, row, showList } from "./rows.js";
import { find } from "./words.js";

const field = (): HTMLInputElement => find<HTMLInputElement>("#site");
const answerOf = (part: string): HTMLElement => find(`[data-of="${part}"]`);

export async function showSites(): Promise<void> {
  const [sites, granted, wished] = await Promise.all([alwaysOpened(), grantedSites(), wishes()]);
  const may = (site: string): boolean => granted.includes(site) || granted.includes(allSites);
  const note = (site: string): string[] => (may(site) ? [] : [` · ${message("notAllowed")}`]);
  const rows = sites.map((site) =>
    row(site, [site, ...note(site)], ...(may(site) ? [] : [button("allow", () => void allow(site))]), button("remove", () => void forget(site))),
  );
  showList(find("#sites"), rows, find("#always .none"));

  const visited = granted.filter((site) => site !== allSites && !sites.includes(site)).sort();
  find("#visited").hidden = visited.length === 0;
  showList(find("#visited ul"), visited.map((site) => row(site, [site], button("remove", () => void giveUp(site)))));

  find<HTMLInputElement>("#probe").checked = wished.probe && granted.includes(allSites);
  find<HTMLInputElement>("#pictures").checked = wished.pictures && granted.includes(allSites);
}

export function listenToSites(): void {
  find("#add-site").addEventListener("submit", (event) => {
    event.preventDefault();
    const site = siteFrom(field().value);
    if (site === null || site === filesSite) answerOf("site").textContent = message("notSiteTyped");
    else void allow(site);
  });
  for (const [id, key] of [["probe", probeKey], ["pictures", picturesKey]] as const) {
    const input = find<HTMLInputElement>(`#${id}`);
    input.addEventListener("change", () => void wish(key, input.checked));
  }
  askAsAddressed();
}

/** Asks first: browsers let an extension ask only in a click, and before anything is waited for. */
async function allow(site: string): Promise<void> {
  const granted = await askFor(site).catch(() => false);
  answerOf("site").textContent = granted ? "" : message("notGranted");
  if (!granted) return;
  await openAlways(site, true);
  field().value = "";
  find("#question").hidden = true;
}

async function forget(site: string): Promise<void> {
  await openAlways(site, false);
  await giveUp(site).catch((error: unknown) => console.warn(error)); // a right to all sites has it still
}

async function wish(key: typeof probeKey | typeof picturesKey, on: boolean): Promise<void> {
  const granted = !on || (await askFor(allSites).catch(() => false));
  answerOf("everywhere").textContent = granted ? "" : message("notGranted");
  if (granted) await setWish(key, on);
  const { probe, pictures } = await wishes();
  if (!probe && !pictures) await giveUp(allSites).catch((error: unknown) => console.warn(error));
  await showSites();
}

/** The reader's button leads here with its site, since only a click in a page of the extension can make the browser ask. */
function askAsAddressed(): void {
  const ask = (): void => {
    const site = siteFrom(/^#always=(.+)$/.exec(location.hash)?.[1] ?? "");
    find("#question").hidden = site === null;
    if (site === null) return;
    find("#question p").textContent = message("allowSite", site);
    const allowing = find<HTMLButtonElement>("#question button");
    allowing.onclick = () => void allow(site);
    allowing.focus();
  };
  addEventListener("hashchange", ask);
  ask();
}
