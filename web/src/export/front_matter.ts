import type { Article } from "../types.js";

/** The article's metadata as YAML, as the core writes it with `frontMatter`; the description is the excerpt, whether the page gives one or not. */
export function frontMatter(article: Article): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ["title", article.title],
    ["author", article.byline],
    ["published", article.publishedTime],
    ["modified", article.modifiedTime],
    ["site", article.siteName],
    ["lang", article.lang],
    ["url", article.url],
    ["image", article.image],
    ["description", article.excerpt],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`${name}: ${JSON.stringify(value)}\n`] : [])); // a string of JSON is one of YAML
  return `---\n${lines.join("")}---\n\n`;
}
