// Runs a bookmarklet in the page of a real browser as a click on a bookmark would.

import { inBrowserWindow, launchChromium, launchFirefox } from "../support/browsers.mjs";

/**
 * Each has `run(page, url)`: navigates to a `javascript:` URL with the page's own policies in force.
 * In Chromium by the debugging protocol's navigation, which passes the same gate as a bookmark; evaluating would not.
 * In Firefox in the browser window, as its bookmarks do: by the system, in the name of the page.
 */
export const browsers = {
  async chromium() {
    const launched = await launchChromium();
    const run = async (page, url) => {
      const session = await page.createCDPSession();
      // The answer waits for a navigation, which a script that gives no page never is.
      session.send("Page.navigate", { url }).catch(() => {});
    };
    const offline = (page, off) => page.setOfflineMode(off);
    return { ...launched, run, offline };
  },
  async firefox() {
    const launched = await launchFirefox({ privileged: true });
    const { browser } = launched;
    const run = async (page, url) => {
      await page.bringToFront();
      await inBrowserWindow(
        browser,
        `gBrowser.selectedBrowser.fixupAndLoadURIString(${JSON.stringify(url)}, {
          triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
          allowInheritPrincipal: true,
        });`,
      );
    };
    const offline = (_page, off) => inBrowserWindow(browser, `Services.io.offline = ${off};`);
    return { ...launched, run, offline };
  },
};
