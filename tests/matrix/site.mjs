// Serves a site under a policy that allows its own scripts and WebAssembly, and nothing else.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

/** Import maps are inline scripts, which the policy forbids: so the server resolves the package's names, as bundlers do. */
function resolveNames(script) {
  return script.replaceAll(/from "pith(\/\w+)?"/g, (_, entry = "/index") => `from "/pith${entry}.js"`);
}

/**
 * @param {Record<string, string>} folders what lies below a path, such as `{ "/pith/": folder }`
 * @returns the site's address and how to close it
 */
export async function serveSite(folders) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://site.example");
    const headers = { "content-security-policy": policy };
    if (pathname === "/page") {
      const scripts = ["/programs/page.js", searchParams.get("script")].map((script) => `<script type="module" src="${script}"></script>`);
      response.writeHead(200, { ...headers, "content-type": "text/html; charset=utf-8" }).end(`<!DOCTYPE html><title>A site</title>${scripts.join("")}`);
      return;
    }
    const prefix = Object.keys(folders).find((start) => pathname.startsWith(start));
    const file = join(folders[prefix ?? "/"] ?? "", normalize(pathname.slice((prefix ?? "/").length)));
    readFile(file).then(
      (content) => {
        const body = prefix === "/programs/" ? resolveNames(String(content)) : content;
        response.writeHead(200, { ...headers, "content-type": types[extname(file)] ?? "text/plain", "service-worker-allowed": "/" }).end(body);
      },
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
