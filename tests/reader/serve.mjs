// A web server of our own for pages under test.

import { createServer } from "node:http";

/**
 * Serves on localhost.
 * @param {(path: string) => {body: string | Uint8Array, type?: string, headers?: Record<string, string>} | undefined
 *   | Promise<{body: string | Uint8Array, type?: string, headers?: Record<string, string>} | undefined>} answer
 * @returns {Promise<{url: string, requests: string[], close: () => Promise<void>}>} `requests` grows with each request's path
 */
export async function serve(answer) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    requests.push(path);
    const found = path === "/favicon.ico" ? undefined : await answer(path);
    if (found === undefined) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": found.type ?? "text/html; charset=utf-8", ...found.headers }).end(found.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    requests,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
