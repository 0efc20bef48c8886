// One way to drive the extension in both browsers: the toolbar button is pressed as a person does it.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildExtension } from "../../../extension/build.mjs";
import { inBrowserWindow, launchChromium, launchFirefox, sendBidi } from "../../support/browsers.mjs";

const firefoxId = "pith@pith.example";
const firefoxHost = "11111111-2222-4333-8444-555555555555";

/** Builds the extension, for tests unless told otherwise, and starts Chromium with it. */
export async function openChromium({ test = true } = {}) {
  const build = await buildFor("chromium", test);
  const { browser, close } = await launchChromium({ extensions: true });
  const id = await browser.installExtension(build.folder);
  // A click before the listener is registered would be lost.
  const target = await browser.waitForTarget((found) => found.type() === "service_worker" && found.url().includes(id));
  const worker = await target.worker();
  const extension = (await browser.extensions()).get(id);
  const inActiveTab = (call) =>
    worker.evaluate(async (method) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.action[method]({ tabId: tab.id });
    }, call);

  return {
    name: "chromium",
    browser,
    newPage: () => browser.newPage(),
    /** Goes to a page that the browser keeps from extensions. */
    goToForbidden: (page) => page.goto("chrome://version/"),
    press: (page) => page.triggerExtensionAction(extension),
    badge: () => inActiveTab("getBadgeText"),
    title: () => inActiveTab("getTitle"),
    /** What the popup of the button says; closes it. */
    async readPopup() {
      const isPopup = (found) => found.url().endsWith("/refused.html");
      const popup = await (await browser.waitForTarget(isPopup)).asPage();
      const heading = await until(() => popup.evaluate(() => document.querySelector("h1").textContent));
      await popup.close();
      return heading;
    },
    shortcuts: async () => (await worker.evaluate(() => chrome.commands.getAll())).map(({ shortcut }) => shortcut),
    /** A page with the extension's rights, to talk to the background from. */
    async extensionPage() {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/refused.html`);
      return page;
    },
    close: () => close().finally(build.remove),
  };
}

/** Builds the extension, for tests unless told otherwise, and starts Firefox with it. */
export async function openFirefox({ test = true } = {}) {
  const build = await buildFor("firefox", test);
  const { browser, close } = await launchFirefox({
    privileged: true,
    preferences: { "extensions.webextensions.uuids": JSON.stringify({ [firefoxId]: firefoxHost }) },
  });
  const id = await browser.installExtension(build.folder);
  const button = `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    const { extension } = WebExtensionPolicy.getByID("${id}");
    const button = ExtensionParent.apiManager.global.browserActionFor(extension);`;
  /** Puppeteer's own goto waits for events that the browser's and extensions' pages do not send. */
  const goTo = (page, url) => sendBidi(browser, "browsingContext.navigate", { context: page.mainFrame()._id, url, wait: "none" });
  const property = (name) => inBrowserWindow(browser, `${button} return button.action.getProperty(gBrowser.selectedTab, "${name}")`);

  return {
    name: "firefox",
    browser,
    newPage: () => browser.newPage(),
    goToForbidden: (page) => goTo(page, "about:license"),
    async press(page) {
      await page.bringToFront();
      await inBrowserWindow(browser, `${button} await button.triggerAction(window)`);
    },
    badge: () => property("badgeText"),
    title: () => property("title"),
    async readPopup() {
      // The page's own title, before its script says what was refused, is the extension's name.
      const heading = await until(() =>
        inBrowserWindow(browser, `const title = document.querySelector(".webextension-popup-browser")?.contentTitle; return title === "Pith" ? "" : title`),
      );
      await inBrowserWindow(browser, `for (const panel of document.querySelectorAll("panel")) panel.hidePopup()`);
      return heading;
    },
    shortcuts: () =>
      inBrowserWindow(
        browser,
        `return [...document.querySelectorAll('keyset[id^="ext-keyset"] key')].map((key) =>
          [key.getAttribute("modifiers"), key.getAttribute("key")].join("+"))`,
      ),
    async extensionPage() {
      const page = await browser.newPage();
      await goTo(page, `moz-extension://${firefoxHost}/refused.html`);
      await until(() => page.evaluate(() => document.readyState === "complete" && document.title !== ""));
      return page;
    },
    /** Ends the background as the browser does when it has been idle. */
    endBackground: () => inBrowserWindow(browser, `${button} await extension.terminateBackground({ ignoreDevToolsAttached: true })`),
    close: () => close().finally(build.remove),
  };
}

/** Waits until a check holds; a page's own CSP forbids puppeteer's way of waiting. Checks that throw count as false. */
export async function until(check, milliseconds = 15_000) {
  const end = Date.now() + milliseconds;
  for (let problem; ; ) {
    try {
      const value = await check();
      if (value) return value;
    } catch (error) {
      problem = error;
    }
    if (Date.now() > end) throw new Error(`still not so after ${milliseconds} ms: ${check}`, { cause: problem });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function buildFor(browser, test) {
  const target = await mkdtemp(join(tmpdir(), "pith-extension-"));
  const remove = () => rm(target, { recursive: true, force: true });
  try {
    await buildExtension({ test, target });
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder: join(target, browser), remove };
}
