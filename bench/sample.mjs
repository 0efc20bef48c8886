// Which pages are measured, and what is said of many measurements.

import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import { inRoot, kRoot } from "../scripts/layout.mjs";
import { kHowToGetCorpora, loadWcxb, locateSets } from "../tests/quality/corpora.mjs";

/** The pages of our own: one a folder of tests/pages. */
export function ownPages() {
  return readdirSync(inRoot("tests/pages"))
    .sort()
    .map((name) => path.join("tests/pages", name, "page.html"))
    .filter((file) => existsSync(path.join(kRoot, file)));
}

/** `size` members spread evenly over a list, always the same ones. */
export function evenSample(list, size) {
  if (list.length <= size) return [...list];
  return Array.from({ length: size }, (_, index) => list[Math.floor((index * list.length) / size)]);
}

/** Files of `size` real pages, of the corpora that `--corpora DIR` tells; where there are none it says so, and gives those of our own. */
export function realPages(argv, size) {
  const { wcxb } = locateSets({ corpora: argv.includes("--corpora") ? argv[argv.indexOf("--corpora") + 1] : undefined });
  if (wcxb !== undefined) return evenSample(loadWcxb(wcxb), size).map(({ file }) => path.resolve(file));
  console.log(`real pages: skipped: ${kHowToGetCorpora}; measured are pages of our own`);
  return ownPages().map((file) => path.join(kRoot, file));
}

/** Of an even number of values, the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
