// Serves the demo on this machine only: a few built folders, read only.

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const kTypes = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const kPortsToTry = 20;

/**
 * The file that a request's path names, or undefined. Nothing outside the mounted folders is ever named: neither
 * through "..", encoded or not, nor through a link.
 * @param {Readonly<Record<string, string>>} mounts folder by path prefix; prefixes begin and end with "/"
 */
export async function findFile(mounts, requestPath) {
  let decoded;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    return undefined;
  }
  if (decoded.includes("\0") || decoded.split(/[/\\]/).includes("..")) return undefined;
  const prefix = Object.keys(mounts).filter((candidate) => decoded.startsWith(candidate)).sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return undefined;
  const folder = mounts[prefix];
  const rest = decoded.slice(prefix.length);
  const wanted = path.join(folder, rest === "" || rest.endsWith("/") ? `${rest}index.html` : rest);
  try {
    const [real, realFolder] = await Promise.all([realpath(wanted), realpath(folder)]);
    if (!real.startsWith(realFolder + path.sep) || !(await stat(real)).isFile()) return undefined;
    return real;
  } catch {
    return undefined;
  }
}

async function answer(mounts, request, response) {
  const headers = { "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache" };
  const refuse = (status, words) => response.writeHead(status, { ...headers, "Content-Type": "text/plain; charset=utf-8" }).end(`${words}\n`);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD");
  const file = await findFile(mounts, request.url.split(/[?#]/)[0]);
  if (file === undefined) return refuse(404, "Not found");
  response.writeHead(200, { ...headers, "Content-Type": kTypes[path.extname(file)] ?? "application/octet-stream" });
  if (request.method === "HEAD") return response.end();
  createReadStream(file).on("error", () => response.destroy()).pipe(response);
}

/**
 * Serves folders on localhost.
 * @param {Readonly<Record<string, string>>} mounts folder by path prefix
 * @param {number} port the first port to try; where it is taken, the next free one is used. 0: any
 * @returns {Promise<{server: import("node:http").Server, address: string}>}
 */
export async function serve(mounts, port) {
  const last = port === 0 ? 0 : port + kPortsToTry - 1;
  for (let candidate = port; ; candidate++) {
    const server = createServer((request, response) => void answer(mounts, request, response));
    try {
      await new Promise((resolve, reject) => server.once("error", reject).listen(candidate, "127.0.0.1", resolve));
      return { server, address: `http://localhost:${server.address().port}/` };
    } catch (error) {
      if (error.code !== "EADDRINUSE" || candidate >= last) throw error;
    }
  }
}
