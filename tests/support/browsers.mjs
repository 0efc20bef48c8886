// Real browsers for tests: each launch has a fresh profile, and `close` ends the browser and removes the profile.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const chromiumPath = process.env.PITH_CHROMIUM ?? "/usr/bin/chromium";
const firefoxPath = process.env.PITH_FIREFOX ?? "/usr/bin/firefox-esr";

/** Quiet and offline: nothing but the test itself may use the network. The sandbox does not start for root. */
const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const firefoxPreferences = {
  "app.update.enabled": false,
  "browser.newtabpage.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
};

/**
 * Launches headless Chromium.
 * @param {object} [options]
 * @param {boolean} [options.extensions] allow `browser.installExtension` and `page.triggerExtensionAction`
 * @param {string[]} [options.args] further command line arguments
 * @param {object} [options.launch] further options of `puppeteer.launch`
 * @returns {Promise<{name: "chromium", browser: import("puppeteer-core").Browser, profile: string, close: () => Promise<void>}>}
 */
export async function launchChromium({ extensions = false, args = [], launch = {} } = {}) {
  return inFreshProfile("chromium", (userDataDir) =>
    puppeteer.launch({
      executablePath: chromiumPath,
      headless: true,
      pipe: true, // extensions can only be installed over a pipe
      enableExtensions: extensions,
      userDataDir,
      args: [...chromiumArguments, ...args],
      ...launch,
    }),
  );
}

/**
 * Launches headless Firefox over WebDriver BiDi.
 * @param {object} [options]
 * @param {boolean} [options.privileged] open the privileged context: `inBrowserWindow` works
 * @param {Record<string, string | number | boolean>} [options.preferences] further about:config values
 * @param {string[]} [options.args] further command line arguments
 * @param {object} [options.launch] further options of `puppeteer.launch`
 * @returns {Promise<{name: "firefox", browser: import("puppeteer-core").Browser, profile: string, close: () => Promise<void>}>}
 */
export async function launchFirefox({ privileged = false, preferences = {}, args = [], launch = {} } = {}) {
  return inFreshProfile("firefox", (userDataDir) =>
    puppeteer.launch({
      browser: "firefox",
      executablePath: firefoxPath,
      headless: true,
      userDataDir,
      args: [...(privileged ? ["--remote-allow-system-access"] : []), ...args],
      extraPrefsFirefox: { ...firefoxPreferences, ...preferences },
      ...launch,
    }),
  );
}

/** Sends a raw WebDriver BiDi command to a Firefox that was launched here; for what puppeteer has no method for. */
export async function sendBidi(browser, method, parameters) {
  return (await browser.connection.send(method, parameters)).result;
}

/**
 * Runs statements (with `return`, `await` allowed) in the privileged window of a Firefox launched with `privileged`,
 * where toolbar buttons, shortcuts and bookmarks can be used as a person would. The value must survive JSON.
 */
export async function inBrowserWindow(browser, code) {
  const { contexts } = await sendBidi(browser, "browsingContext.getTree", { "moz:scope": "chrome" });
  const window = contexts.find((context) => /browser\.xhtml/.test(context.url));
  if (window === undefined) throw new Error("Firefox shows no browser window");
  const answer = await sendBidi(browser, "script.evaluate", {
    expression: `(async () => JSON.stringify(await (async () => {${code}})()))()`,
    target: { context: window.context },
    awaitPromise: true,
    resultOwnership: "none",
  });
  if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
  return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
}

const sessions = new WeakMap();

/**
 * Makes pages see that light or dark is preferred. Firefox has to be launched with `privileged`, and asks all of its pages at once.
 * @param {object} [options]
 * @param {boolean} [options.still] reduced motion, in Chromium; in Firefox it is a preference at the start
 * @param {boolean} [options.forced] the system's colours in place of the page's own
 */
export async function preferScheme({ name, browser }, page, scheme, { still = false, forced = false } = {}) {
  if (name === "firefox") {
    return inBrowserWindow(browser, `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${scheme === "dark" ? 0 : 1});
      Services.prefs.setIntPref("browser.display.document_color_use", ${forced ? 2 : 0})`);
  }
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
  const features = { "prefers-color-scheme": scheme, ...(still && { "prefers-reduced-motion": "reduce" }), ...(forced && { "forced-colors": "active" }) };
  await sessions.get(page).send("Emulation.setEmulatedMedia", { features: Object.entries(features).map(([feature, value]) => ({ name: feature, value })) });
}

/**
 * Makes a page believe that it is printed, or that it is on the screen again. Firefox has to be launched with `privileged`, and the page to be its
 * front tab.
 */
export async function setMedium({ name, browser }, page, medium) {
  if (name === "firefox") return inBrowserWindow(browser, `gBrowser.selectedBrowser.browsingContext.mediumOverride = ${JSON.stringify(medium === "screen" ? "" : medium)}`);
  await page.emulateMediaType(medium === "screen" ? undefined : medium);
}

async function inFreshProfile(name, launch) {
  const profile = await mkdtemp(join(tmpdir(), `pith-${name}-`));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  try {
    const browser = await launch(profile);
    const close = async () => {
      await browser.close();
      await removeProfile();
    };
    return { name, browser, profile, close };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}
