// The runtimes, each where it is installed.

import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile, copyFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { inRoot } from "../../scripts/layout.mjs";

const run = promisify(execFile);
const installedAt = (path) => {
  const program = inRoot("tests/matrix/node_modules", path);
  return existsSync(program) ? program : undefined;
};

/** Programs that run one program's file; `undefined` where a platform has none. */
export const runtimes = {
  "Node with import": { program: process.execPath, args: ["runtime.mjs"] },
  "Node with require": { program: process.execPath, args: ["runtime.cjs"] },
  Bun: { program: installedAt("@oven/bun-linux-x64/bin/bun"), args: ["runtime.mjs"] },
  "Bun with require": { program: installedAt("@oven/bun-linux-x64/bin/bun"), args: ["runtime.cjs"] },
  Deno: { program: installedAt("@deno/linux-x64-glibc/deno"), args: ["run", "--no-remote", "--cached-only", "--allow-read", "--allow-env", "--allow-sys", "runtime.mjs"] },
};

export const workerd = installedAt("@cloudflare/workerd-linux-64/bin/workerd");

/** Runs it in the project. @returns the digests that it prints */
export async function runIn(project, { program, args }) {
  const { stdout } = await run(program, args, { cwd: project, timeout: 60_000 });
  return JSON.parse(stdout);
}

/** Bundles the worker as wrangler does, with the module left as an import, and asks it. */
export async function runInWorkerd(project) {
  const folder = join(project, "workerd");
  await mkdir(folder, { recursive: true });
  const external = { name: "modules of the worker", setup: (build) => build.onResolve({ filter: /\.(wasm|json)$/ }, ({ path }) => ({ path: path.replace("pith/", ""), external: true })) };
  await build({ entryPoints: [join(project, "workerd.js")], outfile: join(folder, "main.js"), bundle: true, format: "esm", plugins: [external], logLevel: "error" });
  await copyFile(join(project, "node_modules/pith/dist/package/pith.wasm"), join(folder, "pith.wasm"));
  await copyFile(join(project, "pages.json"), join(folder, "pages.json"));
  const port = await freePort();
  await writeFile(
    join(folder, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const main :Workerd.Worker = (
  modules = [
    (name = "main.js", esModule = embed "main.js"),
    (name = "pith.wasm", wasm = embed "pith.wasm"),
    (name = "pages.json", json = embed "pages.json"),
  ],
  compatibilityDate = "2025-01-01",
);
`,
  );
  const server = spawn(workerd, ["serve", "config.capnp"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (said += chunk));
  try {
    const answer = await askUntilUp(`http://127.0.0.1:${port}/`, server);
    if (!answer.ok) throw new Error(`workerd answered ${answer.status}: ${said}`);
    return await answer.json();
  } catch (error) {
    throw new Error(`${error.message}\n${said}`, { cause: error });
  } finally {
    server.kill("SIGKILL");
  }
}

async function askUntilUp(address, server) {
  for (let tries = 0; ; tries++) {
    try {
      return await fetch(address, { signal: AbortSignal.timeout(60_000) });
    } catch (error) {
      if (tries === 100 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
