// One way to drive the extension in both browsers: the toolbar button is pressed as a person does it.

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildExtension } from "../../../extension/build.mjs";
import { inBrowserWindow, launchChromium, launchFirefox, preferScheme, sendBidi } from "../../support/browsers.mjs";

const firefoxId = "pith@pith.example";
const firefoxHost = "11111111-2222-4333-8444-555555555555";

/** Rights that only a person can give in Chromium's own question, which no test can reach: there before the test. */
const granted = { here: { host_permissions: ["*://127.0.0.1/*", "*://localhost/*"] }, everywhere: { host_permissions: ["*://*/*"] } };

/**
 * Builds the extension, for tests unless told otherwise, and starts Chromium with it.
 * @param {object} [options]
 * @param {boolean} [options.test] an open shadow root
 * @param {boolean} [options.readable] false: the code as people get it, for benchmarks
 * @param {string} [options.downloads] folder for files that are saved
 * @param {false | "here" | "everywhere"} [options.allowed] the person has allowed, or allows when asked, what the extension asks for: the pages of
 *   this computer's servers, or all
 * @param {string} [options.language] BCP 47 tag of the browser's language
 */
export async function openChromium({ test = true, readable = test, allowed = false, downloads, language } = {}) {
  const build = await buildFor("chromium", { test, readable }, granted[allowed] ?? {});
  const { browser, close } = await launchChromium({
    extensions: true,
    ...(language && { args: [`--lang=${language}`], launch: { env: { ...process.env, LANGUAGE: language } } }), // Linux heeds the variable only
  });
  const id = await browser.installExtension(build.folder);
  const isBackground = (found) => found.type() === "service_worker" && found.url().includes(id);
  /** The background's worker, once it has what an extension has: one that just starts is found before. */
  const background = () =>
    until(async () => {
      const worker = await (await browser.waitForTarget(isBackground)).worker();
      return (await worker.evaluate(() => "chrome" in globalThis)) && worker;
    });
  const inBackground = async (...call) => (await background()).evaluate(...call);
  const endBackground = async () => {
    await (await background()).close();
    await until(() => !browser.targets().some(isBackground));
  };
  // A click before the listener is registered would be lost.
  await background();
  const extension = (await browser.extensions()).get(id);
  await (await (await browser.waitForTarget((found) => found.url().endsWith("/welcome.html"))).asPage()).close();
  if (downloads) await (await browser.target().createCDPSession()).send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  const frontTab = () => inBackground(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]);
  const inActiveTab = async (call) => inBackground((method, { id: tabId }) => chrome.action[method]({ tabId }), call, await frontTab());

  return {
    name: "chromium",
    browser,
    newPage: () => browser.newPage(),
    /** Goes to a page that the browser keeps from extensions. */
    goToForbidden: (page) => page.goto("chrome://version/"),
    press: (page) => page.triggerExtensionAction(extension),
    setScheme: (page, scheme) => preferScheme({ name: "chromium", browser }, page, scheme),
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
    /** What has been copied last, as the page in front is told, which may ask here. */
    async copied(page) {
      await browser.defaultBrowserContext().overridePermissions(new URL(page.url()).origin, ["clipboard-read"]);
      return page.evaluate(() => navigator.clipboard.readText());
    },
    shortcuts: async () => (await inBackground(() => chrome.commands.getAll())).map(({ shortcut }) => shortcut),
    /** Chooses an item of a menu: Chromium's menus are none that a test can open, so what a choice calls is called. */
    async choose(page, item, info = {}) {
      await page.bringToFront();
      const tab = await frontTab();
      await inBackground(
        (menuItemId, given, clicked) => {
          // No click, no question: the person's answer is what was granted before.
          if (chrome.permissions.request !== chrome.permissions.contains) chrome.permissions.request = chrome.permissions.contains;
          chrome.contextMenus.onClicked.dispatch({ menuItemId, pageUrl: clicked.url, ...given }, clicked);
        },
        item,
        info,
        tab,
      );
    },
    /** A shortcut, in the same way. */
    async command(page, name) {
      await page.bringToFront();
      await inBackground((command, tab) => chrome.commands.onCommand.dispatch(command, tab), name, await frontTab());
    },
    /** Notes what the background is asked from now on; the answer hands it out. Firefox lets nobody into its background. */
    async listen() {
      await inBackground(() => {
        globalThis.asked = [];
        chrome.runtime.onMessage.addListener(({ type }) => void asked.push(type));
      });
      return () => inBackground(() => asked);
    },
    /** Has the background take so long, in ms, for each article from now on. */
    slowDown: (pause) =>
      inBackground((milliseconds) => {
        const { local } = chrome.storage;
        const get = (globalThis.quickGet ??= local.get.bind(local));
        local.get = (keys) => new Promise((resolve) => setTimeout(resolve, milliseconds)).then(() => get(keys));
      }, pause),
    /** Ends the background as the browser does when it has been idle. */
    endBackground,
    /** Loads the extension anew, as for an update. */
    async reload() {
      await endBackground(); // one that is replaced stays among the targets
      await browser.installExtension(build.folder);
      await background();
    },
    /** Opens a page in a private window that the extension is let into, which loads it anew; the button is pressed there. */
    async openPrivately(url) {
      const extensions = await browser.newPage();
      await extensions.goto("chrome://extensions/");
      await endBackground();
      await extensions.evaluate(async (extensionId) => {
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
      }, id);
      await extensions.close();
      await inBackground((given) => chrome.windows.create({ incognito: true, url: given }).then(() => undefined), url);
      const page = await loadedPage(browser, url);
      return { page, press: () => page.triggerExtensionAction(extension), close: () => page.close() };
    },
    /** A page of the extension, with its rights. */
    async extensionPage(path = "refused.html") {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    close: () => close().finally(build.remove),
  };
}

/** The same in Firefox, which asks the person nothing where `allowed`, and else is never answered. */
export async function openFirefox({ test = true, readable = test, allowed = false, downloads, language } = {}) {
  const build = await buildFor("firefox", { test, readable });
  const { browser, close } = await launchFirefox({
    privileged: true,
    preferences: {
      "extensions.webextensions.uuids": JSON.stringify({ [firefoxId]: firefoxHost }),
      "extensions.webextOptionalPermissionPrompts": !allowed,
      ...(downloads && { "browser.download.folderList": 2, "browser.download.dir": downloads, "browser.download.alwaysOpenPanel": false }),
    },
  });
  // Without a language pack its own windows stay English, but extensions are told the language.
  if (language) await inBrowserWindow(browser, `Services.locale.availableLocales = ["en-US", "${language}"]; Services.locale.requestedLocales = ["${language}"]`);
  const id = await browser.installExtension(build.folder);
  const button = `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    const { extension } = WebExtensionPolicy.getByID("${id}");
    const button = ExtensionParent.apiManager.global.browserActionFor(extension);`;
  /** Puppeteer's own goto waits for events that the browser's and extensions' pages do not send. */
  const goTo = (page, url) => sendBidi(browser, "browsingContext.navigate", { context: page.mainFrame()._id, url, wait: "none" });
  const property = (name) => inBrowserWindow(browser, `${button} return button.action.getProperty(gBrowser.selectedTab, "${name}")`);

  await inBrowserWindow(browser, `for (;;) {
    const tab = gBrowser.tabs.find((each) => each.linkedBrowser.currentURI.spec.endsWith("/welcome.html"));
    if (tab) return gBrowser.removeTab(tab);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }`);

  return {
    name: "firefox",
    browser,
    newPage: () => browser.newPage(),
    goToForbidden: (page) => goTo(page, "about:license"),
    async press(page) {
      await page.bringToFront();
      await inBrowserWindow(browser, `${button} await button.triggerAction(window)`);
    },
    setScheme: (page, scheme) => preferScheme({ name: "firefox", browser }, page, scheme),
    badge: () => property("badgeText"),
    /** Address of the button's icon. */
    icon: () => inBrowserWindow(browser, `${button} return JSON.stringify(button.action.getProperty(gBrowser.selectedTab, "icon"))`),
    title: () => property("title"),
    async readPopup() {
      // The page's own title, before its script says what was refused, is the extension's name.
      const heading = await until(() =>
        inBrowserWindow(browser, `const title = document.querySelector(".webextension-popup-browser")?.contentTitle; return title === "Pith" ? "" : title`),
      );
      await inBrowserWindow(browser, `for (const panel of document.querySelectorAll("panel")) panel.hidePopup()`);
      return heading;
    },
    /** What has been copied last; no page may ask without a question. */
    copied: () => inBrowserWindow(browser, "return navigator.clipboard.readText()"),
    shortcuts: () =>
      inBrowserWindow(
        browser,
        `return [...document.querySelectorAll('keyset[id^="ext-keyset"] key')].map((key) =>
          [key.getAttribute("modifiers"), key.getAttribute("key")].join("+"))`,
      ),
    /** Opens the menu of a place on the page, or of the button, and chooses the extension's item in it. */
    async choose(page, item, { at } = {}) {
      await page.bringToFront();
      if (item === "always") {
        await inBrowserWindow(browser, `${button} CustomizableUI.addWidgetToArea(button.id, "nav-bar");
          const { left, top, width, height } = button.widget.forWindow(window).node.getBoundingClientRect();
          window.synthesizeMouseEvent("contextmenu", left + width / 2, top + height / 2, { button: 2, clickCount: 1 });`);
      } else {
        await page.mouse.click(at.x, at.y, { button: "right" });
      }
      await until(() => inBrowserWindow(browser, `const found = document.querySelector('menuitem[id*="-menuitem-_${item}"]'); const menu = found?.closest("menupopup");
        if (menu?.state !== "open") return false;
        menu.activateItem(found);
        return true`));
    },
    /** Alt and R, as the window gets them from the keyboard. */
    async pressShortcut(page) {
      await page.bringToFront();
      await inBrowserWindow(browser, `const keyboard = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
        if (!keyboard.beginInputTransactionForTests(window)) throw new Error("the window takes no keys");
        const keys = [{ key: "Alt", code: "AltLeft", keyCode: 18 }, { key: "r", code: "KeyR", keyCode: 82 }].map((key) => new KeyboardEvent("", key));
        for (const key of keys) keyboard.keydown(key);
        for (const key of keys.reverse()) keyboard.keyup(key);`);
    },
    async command(page, name) {
      await page.bringToFront();
      await inBrowserWindow(browser, `${button} const names = Object.keys(extension.manifest.commands);
        document.querySelectorAll('keyset[id^="ext-keyset"] key')[names.indexOf("${name}")].doCommand()`);
    },
    async extensionPage(path = "refused.html") {
      const page = await browser.newPage();
      await goTo(page, `moz-extension://${firefoxHost}/${path}`);
      await until(() => page.evaluate(() => document.readyState === "complete" && document.title !== ""));
      return page;
    },
    async openPrivately(url) {
      await inBrowserWindow(browser, `const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        await ExtensionPermissions.add("${id}", { permissions: ["internal:privateBrowsingAllowed"], origins: [], data_collection: [] });
        await (await AddonManager.getAddonByID("${id}")).reload();
        const opened = OpenBrowserWindow({ private: true });
        await new Promise((resolve) => opened.addEventListener("load", resolve, { once: true }));
        await opened.delayedStartupPromise;
        opened.gBrowser.selectedBrowser.fixupAndLoadURIString("${url}", { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`);
      const inPrivate = (code) => inBrowserWindow(browser, `const opened = [...Services.wm.getEnumerator("navigator:browser")].find((each) => PrivateBrowsingUtils.isWindowPrivate(each)); ${code}`);
      return {
        page: await loadedPage(browser, url),
        press: () => inPrivate(`${button} await button.triggerAction(opened)`),
        close: () => inPrivate("opened.close()"),
      };
    },
    /** Says no to what the browser asks. */
    refuse: () =>
      until(() => inBrowserWindow(browser, `const asked = document.querySelector("#addon-webext-permissions-notification");
        if (!PopupNotifications.isPanelOpen || !asked) return false;
        asked.secondaryButton.click(); return true`)),
    /** Loads the extension anew, as for an update. */
    async reload() {
      await inBrowserWindow(browser, `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        await (await AddonManager.getAddonByID("${id}")).reload()`);
    },
    /** Ends the background as the browser does when it has been idle. */
    endBackground: () => inBrowserWindow(browser, `${button} await extension.terminateBackground({ ignoreDevToolsAttached: true })`),
    close: () => close().finally(build.remove),
  };
}

/** The page of an address once it has loaded: the button is pressed for what a tab shows then. */
async function loadedPage(browser, url) {
  const page = await until(async () => (await browser.pages()).find((each) => each.url() === url));
  await until(() => page.evaluate((wanted) => document.readyState === "complete" && location.href === wanted, url));
  return page;
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

/**
 * What `read` makes of a file that the browser saved under a name that matches, once there is one with something in it. Found and read anew each
 * time: Firefox holds a name of its own for a moment, with the same ending and nothing in it.
 */
export const savedFile = (folder, name, read) =>
  until(async () => {
    const file = (await readdir(folder)).find((each) => name.test(each));
    return file && read(await readFile(join(folder, file)));
  });

async function buildFor(browser, options, manifest = {}) {
  const target = await mkdtemp(join(tmpdir(), "pith-extension-"));
  const remove = () => rm(target, { recursive: true, force: true });
  try {
    await buildExtension({ ...options, target, manifest });
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder: join(target, browser), remove };
}
