// The reader view as a script that mounts articles.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

const entry = `
import { allFeatures, mountReader } from "./web/src/reader/index.js";
import { sanitize } from "./web/src/reader/sanitize.js";
globalThis.mountForAttack = (place, article, sanitizes) => {
  const host = { loadSettings: async () => ({}), saveSettings: async () => {}, close() {}, copyText: async () => {}, ...(sanitizes && { sanitize }) };
  const { element, destroy } = mountReader(place, article, host, [...allFeatures, (view) => view.onOpen(view.whole)]); // what comes later comes now
  return { root: element.shadowRoot, destroy };
};`;

/** Takes the view's own wall down: every element and every attribute is made as the tree has it. */
const withoutWall = {
  name: "without-wall",
  setup({ onLoad }) {
    const open = `export const idPrefix = "a-"; export const isAllowedTag = () => true; export const isMathTag = () => false; export const safeAttribute = (tag, name, value) => [name, value];`;
    onLoad({ filter: /safe_attributes\.ts$/ }, () => ({ contents: open, loader: "ts" }));
    onLoad({ filter: /build_nodes\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replace("dropped.has(node[0])", "false");
      if (contents === source) throw new Error("build_nodes.ts drops elements in another way now");
      return { contents, loader: "ts" };
    });
  },
};

/**
 * @param {object} [options]
 * @param {boolean} [options.wall] false: without the view's own wall
 * @returns {Promise<string>} a script that defines `mountForAttack`
 */
export async function bundleView({ wall = true } = {}) {
  const plugins = wall ? [] : [withoutWall];
  const { outputFiles } = await build({ stdin: { contents: entry, resolveDir: root, loader: "ts" }, bundle: true, format: "iife", target: "es2022", write: false, plugins });
  return outputFiles[0].text;
}
