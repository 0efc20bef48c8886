// Pages with a few segments each that must, and must not, be in the output.

import { loadSegments } from "./corpora.mjs";
import { ratio, segmentCells, segmentScores } from "./measures.mjs";

/** @returns the pages' cells with the share of segments treated rightly as `f1`, and the scores over all segments */
export async function measureSegments({ folder, run }) {
  const inputs = loadSegments(folder);
  const { records, milliseconds } = await run(inputs.map((page) => page.file));
  const pages = inputs.map((page) => {
    const record = records.get(page.file);
    const cells = segmentCells(record.text ?? "", page.with, page.without);
    const right = cells.truePositives + cells.trueNegatives;
    const score = ratio(right, right + cells.falsePositives + cells.falseNegatives);
    return { id: page.id, ...cells, f1: score, error: record.error, text: record.text ?? "" };
  });
  const summary = segmentScores(pages);
  return { pages, summary, measures: { "segments.f": summary.f, "segments.accuracy": summary.accuracy }, milliseconds };
}
