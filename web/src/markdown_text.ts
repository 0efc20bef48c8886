// Text that stays text in Markdown: CommonMark with GFM's additions, and readers that know formulas.

/** A piece of text within a line: before it may end a heading, where a last `#` is none of its text, or begin a link, which a `!` makes an image. */
export function inLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<&~$]|!$|#(?= ?$)(?<=(^| )#+)/g, "\\$&");
}

/** The lines of a paragraph, of which none begins another block. */
export function asLines(lines: string): string {
  return lines.trim().replace(/^ *((?=[-+=#>:|]|~~~)|\d+(?=[.)]))/gm, "$&\\");
}

/** Words as a paragraph of one line that reads as just these words. */
export function asText(words: string): string {
  return asLines(inLine(words.replaceAll(/\p{Cc}/gu, " ")));
}

/** Passages of an article as quotations, each with its note below. */
export function asQuotations(marks: readonly { readonly quote: { readonly exact: string }; readonly note: string }[]): string {
  return marks.map(({ quote, note }) => `> ${asText(quote.exact)}\n${note.trim() === "" ? "" : `\n${asText(note)}\n`}`).join("\n");
}
