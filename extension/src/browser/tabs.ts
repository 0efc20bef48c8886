import type { Command } from "../command.js";
import { api, isOpenTab, type OpenTab, type Tab } from "./api.js";

/** Time that a page that was opened here may take to load, in ms. */
const loadingTime = 60_000;

/**
 * Has a page do something; with the first command it gets the content script. Rejects on pages that the browser keeps from extensions.
 *
 * Right after a click Chromium may not have granted the tab yet (about one click in twelve) and then says the same as
 * of a forbidden page; so it is asked again, for 0.6 s in all.
 * @param arrival only the page that gave itself this name (watch.ts); another one, which the tab has gone to meanwhile, does nothing
 */
export async function commandPage(tab: OpenTab, command: Command, arrival: string | null = null): Promise<void> {
  const target = { tabId: tab.id };
  const { scripting } = api();
  for (let attempt = 0; ; attempt++) {
    try {
      // All at once, in whatever order they come: a content script that is there already does nothing the second time.
      const [[ran]] = await Promise.all([
        scripting.executeScript({ target, func: handOver, args: [command, arrival] }),
        scripting.executeScript({ target, files: ["early.js"] }).catch(() => {}), // only saves time; and asking again after the command was heeded would be a second click
        scripting.executeScript({ target, files: ["content.js"] }),
      ]);
      if (typeof ran?.result !== "boolean") throw new Error("the script did not run"); // all that Firefox says on about: pages
      return;
    } catch (error) {
      if (attempt > 4 || !/Cannot access contents/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 << attempt));
    }
  }
}

/** Runs in the page, alone: gives the command to the content script, or leaves it where that will look for it. */
function handOver(command: string, arrival: string | null): boolean {
  const shared = globalThis as { [key: symbol]: unknown };
  if (arrival !== null && shared[Symbol.for("pith-arrival")] !== arrival) return false; // watch.ts
  const key = Symbol.for("pith-reader"); // content/meeting.ts
  const receive = shared[key];
  if (typeof receive === "function" && receive(command) === true) return true;
  shared[key] = command;
  return false;
}

/** Opens a page of the extension or of the web in a new tab. */
export async function openTab(url: string, opener?: OpenTab): Promise<OpenTab> {
  const tab = await api().tabs.create({ url, ...(opener && { openerTabId: opener.id }) });
  if (!isOpenTab(tab)) throw new Error("the browser did not open a tab");
  return tab;
}

/** The address that a tab has now; undefined where the extension may not read the page, or the tab is closed. */
export async function addressIn(tab: OpenTab): Promise<string | undefined> {
  return (await api().tabs.get(tab.id).catch(() => undefined))?.url;
}

/** Waits until the page that was asked for in a new tab is there; its address is seen only where the extension may read the page. */
export async function untilLoaded(tab: OpenTab): Promise<void> {
  const { tabs } = api();
  await new Promise<void>((resolve, reject) => {
    const isThere = ({ status, url }: Tab): boolean => status === "complete" && url !== "about:blank";
    const look = (id: number, _: object, changed: Tab): void => {
      if (id === tab.id && isThere(changed)) done();
    };
    const late = setTimeout(() => done(new Error("the page did not load in time")), loadingTime);
    function done(error?: Error): void {
      clearTimeout(late);
      tabs.onUpdated.removeListener(look);
      if (error) reject(error);
      else resolve();
    }
    tabs.onUpdated.addListener(look);
    tabs.get(tab.id).then((now) => isThere(now) && now.url !== undefined && done(), done); // it may have been faster than the listener
  });
}
