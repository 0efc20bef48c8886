// How an extraction is compared with the truth. Pure functions: no files, no processes.

// Python's `\w` is letters, numbers of every kind and the underscore; unlike JavaScript's it has no marks.
// Checked code point by code point: the two differ only where Node knows a newer Unicode version.
const kWord = /[\p{L}\p{N}_]+/gu;

/** The words of a text as Python's `re.findall(r"\w+", text.lower())` gives them. */
export function wordsOf(text) {
  return text.toLowerCase().match(kWord) ?? [];
}

/** One space for each run of white space, none at the ends. */
export function normalizeSpace(text) {
  return text.replace(/\s+/gu, " ").trim();
}

function countWords(text) {
  const counts = new Map();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function sum(values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/**
 * Precision, recall and F1 of the words of `output` against those of `truth`, both as multisets.
 * Nothing against nothing is perfect; nothing against something is zero.
 */
export function wordF1(output, truth) {
  const found = countWords(output);
  const wanted = countWords(truth);
  const foundTotal = sum(found.values());
  const wantedTotal = sum(wanted.values());
  if (foundTotal === 0 && wantedTotal === 0) return { precision: 1, recall: 1, f1: 1 };
  let common = 0;
  for (const [word, count] of found) common += Math.min(count, wanted.get(word) ?? 0);
  if (common === 0) return { precision: 0, recall: 0, f1: 0 };
  const precision = common / foundTotal;
  const recall = common / wantedTotal;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** How many of `snippets` stand in `text`, white space normalised on both sides. */
export function countSnippets(text, snippets) {
  const haystack = normalizeSpace(text);
  let found = 0;
  let total = 0;
  for (const snippet of snippets) {
    const needle = normalizeSpace(snippet);
    if (needle === "") continue;
    total++;
    if (haystack.includes(needle)) found++;
  }
  return { found, total };
}

/** Wanted and unwanted segments of one page as the four cells of a confusion matrix. */
export function segmentCells(text, wanted, unwanted) {
  const kept = countSnippets(text, wanted);
  const leaked = countSnippets(text, unwanted);
  return {
    truePositives: kept.found,
    falseNegatives: kept.total - kept.found,
    falsePositives: leaked.found,
    trueNegatives: leaked.total - leaked.found,
  };
}

/** Precision, recall, accuracy and F over the added cells of many pages. */
export function segmentScores(cells) {
  const total = { truePositives: 0, falseNegatives: 0, falsePositives: 0, trueNegatives: 0 };
  for (const cell of cells) for (const key of Object.keys(total)) total[key] += cell[key];
  const { truePositives: tp, falseNegatives: fn, falsePositives: fp, trueNegatives: tn } = total;
  const precision = ratio(tp, tp + fp);
  const recall = ratio(tp, tp + fn);
  return { ...total, precision, recall, accuracy: ratio(tp + tn, tp + tn + fp + fn), f: ratio(2 * precision * recall, precision + recall) };
}

/** `part / whole`, and 0 where there is nothing to divide by. */
export function ratio(part, whole) {
  return whole === 0 ? 0 : part / whole;
}

/** The arithmetic mean, and 0 of nothing. */
export function mean(values) {
  return ratio(sum(values), values.length);
}

/** A title or name reduced to what two honest sources agree on: width, case, kinds of quotes and dashes, white space. */
export function foldForComparison(text) {
  return normalizeSpace(
    (text ?? "")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u2018\u2019\u201a\u201b`\u00b4]/gu, "'")
      .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/gu, '"')
      .replace(/[\u2010-\u2015\u2212]/gu, "-"),
  );
}

/** Whether two titles are the same after folding. */
export function sameTitle(left, right) {
  return foldForComparison(left) === foldForComparison(right);
}

/** Whether two bylines name the same people; a leading "by" and what parts the names do not count. */
export function sameByline(left, right) {
  const fold = (value) => foldForComparison(value).replace(/^by:? /u, "").split(/\s*(?:[,;&]| and )\s*(?:and )?/u).filter(Boolean).join(", ");
  return fold(left) === fold(right);
}

/** Whether a found date agrees with a true one as far as the truth goes: a day, or a month only. */
export function sameDate(found, truth) {
  if (!truth) return !found;
  return (found ?? "").startsWith(truth.slice(0, 10));
}

/**
 * The lines of a labelled story that an output treats wrongly.
 * @param lines `{line, kind}`: `body` must be kept, `chrome` must go, other kinds may do either
 */
export function labelFailures(text, lines) {
  const output = normalizeSpace(text);
  const failures = [];
  for (const { line, kind } of lines) {
    const needle = normalizeSpace(line);
    if (needle === "") continue;
    const present = output.includes(needle);
    if (kind === "body" && !present) failures.push({ problem: "missing", line: needle });
    if (kind === "chrome" && present) failures.push({ problem: "left in", line: needle });
  }
  return failures;
}
