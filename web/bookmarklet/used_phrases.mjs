// A bookmark has no room for the words of features that it does not have.

import { readFile } from "node:fs/promises";

/**
 * @param {string} code a bundle without phrases
 * @returns an esbuild plugin that gives the view those phrases whose key stands in the code, or is put together at run time
 */
export function usedPhrases(code) {
  // Whatever the bookmarklet offers: its settings and their choices, and reasons, which come from the core.
  const putTogether = /^(reason|theme|font)\.|^setting\.(theme|font|size|width)$/;
  const isUsed = (key) => key === "language" || (code !== "" && (putTogether.test(key) || code.includes(`"${key}"`)));
  return {
    name: "used-phrases",
    setup({ onLoad }) {
      onLoad({ filter: /locales\/en\.json$/ }, async ({ path }) => {
        const all = JSON.parse(await readFile(path, "utf8"));
        const used = Object.fromEntries(Object.entries(all).filter(([key]) => isUsed(key)));
        return { contents: JSON.stringify(used), loader: "json" };
      });
    },
  };
}
