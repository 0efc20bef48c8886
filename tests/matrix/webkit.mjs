// WebKitGTK's MiniBrowser over WebDriver, with the few methods of puppeteer's that the matrix uses.

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { findProgram } from "../../scripts/commands.mjs";

const libraries = "/usr/lib/x86_64-linux-gnu";

function miniBrowser() {
  try {
    const folder = readdirSync(libraries).find((name) => name.startsWith("webkit2gtk-4"));
    return folder && findProgram(`${libraries}/${folder}/MiniBrowser`);
  } catch {
    return undefined;
  }
}

/** Why it cannot be driven here, or false. */
export function whyNoWebKit() {
  if (!findProgram("WebKitWebDriver") || !miniBrowser()) return "not installed: Debian's webkit2gtk-driver";
  return !process.env.DISPLAY && !findProgram("Xvfb") ? "no display: Debian's xvfb" : false;
}

/** Launches it on a display of its own. */
export async function launchWebKit() {
  const processes = [];
  const start = (program, args, options) => {
    const child = spawn(program, args, options);
    processes.push(child);
    return child;
  };
  const close = async () => {
    for (const child of processes.reverse()) child.kill();
  };
  try {
    const env = { ...process.env, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1" };
    if (!env.DISPLAY) env.DISPLAY = await startDisplay(start);
    const port = await freePort();
    start("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
    const send = sender(`http://127.0.0.1:${port}`);
    const options = { binary: miniBrowser(), args: ["--automation"] };
    const session = await send("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } }, 50);
    const base = `/session/${session.sessionId}`;
    await send("POST", `${base}/timeouts`, { script: 60_000 });
    return { name: "webkit", browser: { newPage: async () => pageOf(send, base) }, close: () => send("DELETE", base).catch(() => {}).then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One window serves as every page. */
function pageOf(send, base) {
  return {
    // The driver may say that it is there before the page's scripts have run.
    async goto(url) {
      await send("POST", `${base}/url`, { url });
      const script = `return location.href === arguments[0] && document.readyState === "complete"`;
      for (let tries = 0; !(await send("POST", `${base}/execute/sync`, { script, args: [new URL(url).href] })); tries++) {
        if (tries === 200) throw new Error(`WebKit: ${url} is not there after ten seconds`);
        await setTimeout(50);
      }
    },
    async evaluate(work) {
      const script = `const done = arguments[0]; (${work})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await send("POST", `${base}/execute/async`, { script, args: [] });
      if (error !== undefined) throw new Error(error);
      return value;
    },
    close: async () => {},
  };
}

function sender(origin) {
  return async function send(method, path, body, tries = 1) {
    try {
      const response = await fetch(origin + path, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
      return value;
    } catch (error) {
      if (tries <= 1 || error.message.startsWith("WebDriver")) throw error;
      await setTimeout(100);
      return send(method, path, body, tries - 1);
    }
  };
}

/** The server writes the number that it found free. */
async function startDisplay(start) {
  const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1024x768x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await new Promise((resolve, reject) => {
    server.stdio[3].once("data", (chunk) => resolve([String(chunk).trim()]));
    server.once("exit", () => reject(new Error("Xvfb did not start")));
  });
  return `:${number}`;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
