// What the extension alone may do: its store, and the world of its content scripts.

/** Runs a function in a page of the extension. */
export async function withRights(driver, run, given) {
  const tab = await driver.extensionPage();
  try {
    return await tab.evaluate(run, given);
  } finally {
    await tab.close();
  }
}

/** What is in an area of the store, `"local"` or `"sync"`. */
export const stored = (driver, area, keys) => withRights(driver, ([where, wanted]) => chrome.storage[where].get(wanted), [area, keys]);
export const emptyStore = (driver) => withRights(driver, () => Promise.all([chrome.storage.local.clear(), chrome.storage.sync.clear()]).then(() => undefined));

/** Runs a function where the content scripts of a page run, which the button must have let in. Its value must survive JSON. */
export async function inContentScripts(driver, page, run, ...given) {
  const tab = await driver.extensionPage();
  try {
    // As text, since a page can't be given functions and this one's policy lets none be made of text.
    return await tab.evaluate(`(async () => {
      const { id } = (await chrome.tabs.query({})).find(({ url }) => url === ${JSON.stringify(page.url())});
      const [{ result, error }] = await chrome.scripting.executeScript({ target: { tabId: id }, func: ${run}, args: ${JSON.stringify(given)} });
      if (error) throw error;
      return result ?? null;
    })()`);
  } finally {
    await tab.close();
    await page.bringToFront();
  }
}

/** Runs a function on the reader's shadow root, which is closed where the extension is as it is released. */
export const inClosedRoot = (driver, page, run, ...given) =>
  inContentScripts(driver, page, `async (...given) => {
    const host = document.querySelector("pith-reader");
    return (${run})(globalThis.chrome?.dom?.openOrClosedShadowRoot?.(host) ?? host.openOrClosedShadowRoot, ...given);
  }`, ...given);
