// Counts lines in what gcov says of object files.

/** Adds one object file's report (gcov's JSON) to what is known: for each file its lines, each with how often it ran. */
export function addReport(report, counts, isOurs) {
  for (const { file, lines } of report.files) {
    if (!isOurs(file)) continue;
    const known = counts.get(file) ?? new Map();
    for (const { line_number: number, count } of lines) known.set(number, (known.get(number) ?? 0) + count);
    counts.set(file, known);
  }
}

/** The files with their lines and how many of them ran, the least reached first. */
export function summary(counts) {
  return Array.from(counts, ([file, lines]) => ({ file, lines: lines.size, reached: Array.from(lines.values()).filter((count) => count > 0).length }))
    .sort((a, b) => a.reached / a.lines - b.reached / b.lines || a.file.localeCompare(b.file));
}

/** All files together. */
export function total(files) {
  const sum = (key) => files.reduce((all, file) => all + file[key], 0);
  return { lines: sum("lines"), reached: sum("reached") };
}

export const percent = ({ lines, reached }) => ((100 * reached) / Math.max(1, lines)).toFixed(1);
