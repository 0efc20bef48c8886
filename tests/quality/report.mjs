// Turns measured sets into words, and compares them with the run before.

import { createHash } from "node:crypto";

const kNoticeableLoss = 0.02; // of F1 on one page

const percent = (value) => (100 * value).toFixed(1);
const score = (value) => value.toFixed(3);

/** Rows as a table of aligned columns; the first column is left-aligned. */
export function table(header, rows) {
  const lines = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...lines.map((row) => row[column].length)));
  const render = (row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ").trimEnd();
  return lines.map(render).join("\n");
}

const sayFailures = (pages) => pages.filter((page) => page.error !== undefined).map((page) => `failed: ${page.id}: ${page.error}`);

const perPage = (result) => `${(result.milliseconds / result.pages.length).toFixed(1)} ms a page, starting the command included`;

/** The report on a measured WCXB. */
export function reportWcxb(result, worst = 20) {
  const header = ["WCXB", "pages", "F1", "P", "R", "with %", "without %", "title %", "author %", "date %"];
  const rows = result.summaries.map((s) => [
    s.name, s.pages, score(s.f1), score(s.precision), score(s.recall), percent(s.withFound), percent(s.withoutLeft), percent(s.title), percent(s.author), percent(s.date),
  ]);
  const empty = result.pages.filter((page) => page.emptyTruth).length;
  const lowest = [...result.pages].sort((a, b) => a.f1 - b.f1).slice(0, worst);
  return [
    table(header, rows),
    "F1, P, R: words as multisets, mean over pages. with: snippets found (more is better); without: snippets left in (less is better).",
    "author, date: over pages whose truth has one.",
    `${empty} pages have an empty truth: 1 if nothing came out, else 0. ${perPage(result)}`,
    "",
    table([`worst ${lowest.length}`, "type", "F1", "P", "R"], lowest.map((p) => [p.id, p.type, score(p.f1), score(p.precision), score(p.recall)])),
    ...sayFailures(result.pages),
  ].join("\n");
}

/** The report on measured segments. */
export function reportSegments(result) {
  const { summary } = result;
  return [
    table(
      ["segments", "pages", "precision", "recall", "accuracy", "F", "TP", "FN", "FP", "TN"],
      [["all", result.pages.length, score(summary.precision), score(summary.recall), score(summary.accuracy), score(summary.f),
        summary.truePositives, summary.falseNegatives, summary.falsePositives, summary.trueNegatives]],
    ),
    perPage(result),
    ...sayFailures(result.pages),
  ].join("\n");
}

/** The report on the labelled stories, failure by failure. */
export function reportSeeds(result) {
  const lines = [`seeds: ${result.passed} of ${result.pages.length} pages pass`];
  for (const page of result.pages) {
    if (page.failures.length === 0) continue;
    lines.push(`  ${page.id}: ${page.error ?? `${page.failures.length} lines`}`);
    for (const { problem, line } of page.failures) lines.push(`    ${problem}: ${line.length > 110 ? `${line.slice(0, 109)}…` : line}`);
  }
  return lines.join("\n");
}

/** The report on Readability.js's test pages. */
export function reportReadability(result) {
  return [
    table(
      ["readability pages", "pages", "F1", ...result.agreement.map(({ field }) => `${field} %`)],
      [["all", result.pages.length, score(result.f1), ...result.agreement.map(({ share }) => percent(share))]],
    ),
    "F1: words of the text against those of Readability.js's expected page. Metadata: the same after folding case, quotes and space.",
    perPage(result),
    ...sayFailures(result.pages),
  ].join("\n");
}

/** What is kept of a run for the next one. */
export function snapshot(result) {
  const pages = Object.fromEntries(
    result.pages.map(({ id, f1, text }) => [id, { f1: Number(f1.toFixed(6)), text: createHash("sha256").update(text).digest("hex").slice(0, 16) }]),
  );
  return { measures: result.measures, pages };
}

/** What changed since `before`, a snapshot or undefined. */
export function compareRuns(before, after) {
  if (before === undefined) return { known: false, changed: [], worse: [], better: [] };
  const changed = Object.entries(after.pages)
    .filter(([id, page]) => before.pages[id] !== undefined && before.pages[id].text !== page.text)
    .map(([id, page]) => ({ id, from: before.pages[id].f1, to: page.f1 }));
  const moved = (sign) => changed.filter(({ from, to }) => sign * (to - from) > kNoticeableLoss).sort((a, b) => sign * (b.to - b.from - a.to + a.from));
  return { known: true, changed, worse: moved(-1), better: moved(1) };
}

/** The comparison in words; pages that lost noticeably are named. */
export function reportComparison(name, before, after) {
  const { known, changed, worse, better } = compareRuns(before, after);
  if (!known) return `${name}: no run before this one to compare with`;
  const moves = Object.entries(after.measures)
    .filter(([key, value]) => before.measures[key] !== undefined && Math.abs(value - before.measures[key]) >= 0.00005)
    .map(([key, value]) => `${key} ${before.measures[key].toFixed(4)} → ${value.toFixed(4)}`);
  return [
    `${name} against the last run: ${changed.length} pages changed, ${better.length} better and ${worse.length} worse by more than ${kNoticeableLoss}`,
    ...moves.map((move) => `  ${move}`),
    ...worse.map(({ id, from, to }) => `  worse: ${id} ${score(from)} → ${score(to)}`),
  ].join("\n");
}

/** The floors that `measures` are under; a floor whose set was not measured is not judged. */
export function brokenFloors(floors, measures) {
  return floors.filter(({ measure, atLeast }) => measures[measure] !== undefined && measures[measure] < atLeast);
}
