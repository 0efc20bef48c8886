// Labelled stories: every line of the body stays, every line of promotion goes.

import { loadSeeds } from "./corpora.mjs";
import { labelFailures, ratio } from "./measures.mjs";

/** @returns the pages with their failing lines; a page passes when it has none */
export async function measureSeeds({ folder, run }) {
  const inputs = loadSeeds(folder);
  const filesOf = (plain) => inputs.filter((page) => page.plain === plain).map((page) => page.file);
  const html = await run(filesOf(false));
  const plain = await run(filesOf(true), ["--plain"]);
  const records = new Map([...html.records, ...plain.records]);
  const pages = inputs.map((page) => {
    const record = records.get(page.file);
    const failures = labelFailures(record.text ?? "", page.lines);
    return { id: page.id, failures, f1: failures.length === 0 ? 1 : 0, error: record.error, text: record.text ?? "" };
  });
  const passed = pages.filter((page) => page.failures.length === 0).length;
  return { pages, passed, measures: { "seeds.passed": ratio(passed, pages.length) }, milliseconds: html.milliseconds + plain.milliseconds };
}
