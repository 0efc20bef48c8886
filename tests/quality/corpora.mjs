// Finds and reads the sets of pages with known answers. None of them is part of this repository.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

import { kRoot } from "../../scripts/layout.mjs";

export const kHowToGetCorpora =
  "WCXB (Web Content eXtraction Benchmark) is public: pass any checkout with html/ and truth/ as --corpora DIR or PITH_CORPORA";
export const kHowToGetSeeds = "labelled stories (NAME.txt, NAME.labels.json, pages/NAME.LAYOUT.html) are taken from PITH_SEEDS";

/**
 * Where each set lies, `undefined` for those that are not there. Archives beside the checkout are unpacked once.
 * @param {{corpora?: string, seeds?: string}} [choice] folders named by the caller; else the environment, else beside the checkout
 * @returns {{wcxb?: string, segments?: string, readability?: string, seeds?: string}}
 */
export function locateSets(choice = {}) {
  const corpora = choice.corpora ?? process.env.PITH_CORPORA ?? unpackBesideCheckout();
  const seeds = choice.seeds ?? process.env.PITH_SEEDS ?? path.join(kRoot, "../shared/seeds");
  const firstWith = (marker, ...folders) => folders.find((folder) => folder !== undefined && existsSync(path.join(folder, marker)));
  const inside = (name) => (corpora === undefined ? undefined : path.join(corpora, name));
  return {
    wcxb: firstWith("truth", inside("wcxb-dev"), corpora),
    segments: firstWith("segments.json", inside("segments-dev"), corpora),
    readability: firstWith("ars-1/expected.html", inside("readability-pages"), corpora),
    seeds: firstWith("pages", seeds),
  };
}

function unpackBesideCheckout() {
  const unpack = path.join(kRoot, "../shared/corpora/unpack");
  if (!existsSync(unpack)) return undefined;
  const to = path.join(kRoot, "build/corpora");
  const run = (folder) => execFileSync(unpack, [folder], { stdio: ["ignore", "ignore", "inherit"] });
  if (existsSync(to)) {
    run(to); // finds what is there
    return to;
  }
  process.stderr.write(`unpacking the corpora into ${path.relative(process.cwd(), to)}\n`);
  const own = `${to}.${process.pid}`; // whole when it gets its name: tests that run at once may all come here
  try {
    mkdirSync(path.dirname(to), { recursive: true });
    run(own);
    renameSync(own, to);
  } catch (error) {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return to;
}

const readJson = (...parts) => JSON.parse(readFileSync(path.join(...parts), "utf8"));

/** @returns {{id: string, file: string, url: string, type: string, truth: object}[]} in the order of their names */
export function loadWcxb(folder) {
  return readdirSync(path.join(folder, "truth"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const id = name.slice(0, -".json".length);
      const page = readJson(folder, "truth", name);
      const type = page._internal?.page_type?.primary ?? "unknown";
      // The benchmark renamed one type on the way; both names mean the same pages.
      return { id, file: path.join(folder, "html", `${id}.html`), url: page.url ?? "", type: type === "category" ? "collection" : type, truth: page.ground_truth };
    });
}

/** @returns {{id: string, file: string, with: string[], without: string[]}[]} */
export function loadSegments(folder) {
  return readJson(folder, "segments.json").map((page) => ({ ...page, file: path.join(folder, "html", `${page.id}.html`) }));
}

/** @returns {{id: string, file: string, html: string, metadata: object}[]} */
export function loadReadability(folder) {
  return readdirSync(folder)
    .filter((id) => existsSync(path.join(folder, id, "source.html")))
    .sort()
    .map((id) => ({
      id,
      file: path.join(folder, id, "source.html"),
      html: readFileSync(path.join(folder, id, "expected.html"), "utf8"),
      metadata: readJson(folder, id, "expected-metadata.json"),
    }));
}

/** Each story as plain text and in each page layout. @returns {{id: string, file: string, plain: boolean, lines: object[]}[]} */
export function loadSeeds(folder) {
  const stories = readdirSync(folder).filter((name) => name.endsWith(".labels.json")).sort();
  const pages = readdirSync(path.join(folder, "pages")).sort();
  return stories.flatMap((labels) => {
    const name = labels.slice(0, -".labels.json".length);
    const lines = readJson(folder, labels);
    const layouts = pages.filter((page) => page.startsWith(`${name}.`) && page.endsWith(".html"));
    return [
      { id: `${name}.txt`, file: path.join(folder, `${name}.txt`), plain: true, lines },
      ...layouts.map((page) => ({ id: page, file: path.join(folder, "pages", page), plain: false, lines })),
    ];
  });
}
