import { badInput } from "../errors.js";
import { asQuotations, asText } from "../markdown_text.js";
import type { Article } from "../types.js";
import { fileNameOf } from "./file_name.js";
import { frontMatter } from "./front_matter.js";
import { checkArguments, wordsOf, type ExportedFile, type ExportOptions } from "./options.js";

/** Front matter that the core has written already. */
const hasFrontMatter = /^---\n(?:[a-z]+: (?:".*"|\[".*"\])\n)*---\n\n/;

/**
 * Makes a Markdown file: the metadata as YAML, the article, and a section of highlights and notes where there are some. Images stay where
 * they are on the web.
 * @param article extracted with `outputs` that has `"markdown"`
 * @throws PithError `bad-input` where the article has no Markdown
 */
export function markdownFile(article: Article, options: ExportOptions = {}): ExportedFile {
  checkArguments(article, options);
  const { markdown } = article;
  if (markdown === undefined) throw badInput("article.markdown", 'there, as extract gives it with outputs: ["markdown"]', markdown);
  const text = (hasFrontMatter.test(markdown) ? "" : frontMatter(article)) + markdown + marksOf(options);
  const name = fileNameOf(article.title || wordsOf(options).untitled, "md");
  return { name, type: "text/markdown", content: new TextEncoder().encode(text), missingImages: [] };
}

function marksOf(options: ExportOptions): string {
  const { marks = [] } = options;
  if (marks.length === 0) return "";
  return `\n## ${asText(wordsOf(options).marks)}\n\n${asQuotations(marks)}`;
}
