// WebKitGTK by WebDriver, where Debian's webkit2gtk-driver and a display are installed.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";

const driver = "/usr/bin/WebKitWebDriver";
const display = "/usr/bin/Xvfb";

/** The packages that are missing for WebKit; none where it can be started. */
export function missingForWebKit() {
  return [[driver, "webkit2gtk-driver"], [display, "xvfb"]].filter(([program]) => !existsSync(program)).map(([, name]) => name);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a browser of WebKit with a display of its own.
 * @returns {Promise<{goto: (address: string) => Promise<void>, run: (script: string) => Promise<unknown>, close: () => Promise<void>}>}
 */
export async function launchWebKit() {
  const screen = spawn(display, ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(screen.stdio[3], "data");
  const port = await freePort();
  const environment = { ...process.env, DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: "x11", WEBKIT_DISABLE_COMPOSITING_MODE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" };
  const child = spawn(driver, [`--port=${port}`], { env: environment, stdio: "ignore" });
  const end = () => (child.kill(), screen.kill());

  async function send(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  }

  try {
    let session;
    for (let tries = 0; session === undefined; tries++) {
      session = await send("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary: webkitBrowser(), args: ["--automation"] } } } }).catch(async (error) => {
        if (tries > 50 || !/fetch failed/.test(error.message)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100)); // the driver is not up yet
      });
    }
    const path = `/session/${session.sessionId}`;
    await send("POST", `${path}/timeouts`, { script: 120_000, pageLoad: 30_000 });
    return {
      goto: (url) => send("POST", `${path}/url`, { url }),
      /** Runs statements; what they return must survive JSON. */
      run: (script) => send("POST", `${path}/execute/sync`, { script, args: [] }),
      async close() {
        await send("DELETE", path).catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

function webkitBrowser() {
  const folders = ["x86_64-linux-gnu", "aarch64-linux-gnu"].flatMap((machine) => ["4.1", "4.0"].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`));
  const found = folders.find((path) => existsSync(path));
  if (found === undefined) throw new Error("WebKit's MiniBrowser is not there");
  return found;
}
