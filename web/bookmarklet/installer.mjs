// The page to drag the bookmarklets from: dist/bookmarklet/index.html, one file that works from anywhere.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const fileBeside = (name) => fileURLToPath(new URL(name, import.meta.url));

/** @param {{variant: string, url: string}[]} all bookmarklets as `makeBookmarklet` makes them */
export async function makeInstaller(all) {
  const values = { script: await selfCheck() };
  for (const { variant, url } of all) {
    values[variant] = escapeAttribute(url);
    values[`${variant}-length`] = url.length.toLocaleString("en");
  }
  const template = await readFile(fileBeside("index.html"), "utf8");
  return template.replace(/\{\{([\w-]+)\}\}/g, (whole, name) => values[name] ?? whole);
}

async function selfCheck() {
  const { outputFiles } = await build({ entryPoints: [fileBeside("self_check.ts")], bundle: true, minify: true, format: "iife", target: "es2022", write: false });
  return outputFiles[0].text.trim().replaceAll("</", "<\\/");
}

function escapeAttribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
