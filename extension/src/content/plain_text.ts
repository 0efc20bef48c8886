/** Characters: lines that were broken to fit a width, not to end a paragraph, fill most of it. */
const shortestWrapped = 50;
const longestWrapped = 100;

/** Puts paragraphs that were broken into lines of one width back together, as in mails and READMEs; lists, tables and code stay as they are. */
export function unwrapLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n/).map(unwrap).join("\n\n");
}

function unwrap(block: string): string {
  const lines = block.split("\n");
  const wrapped = lines.slice(0, -1).every((line) => line.length >= shortestWrapped && line.length <= longestWrapped);
  return wrapped && lines.every((line) => /^\p{L}|^["'“‘(]/u.test(line)) ? lines.join(" ") : block;
}
