import type { Article } from "../types.js";

/** The article's metadata as YAML, as the core writes it with `frontMatter`; the description is the excerpt, whether the page gives one or not. */
export function frontMatter(article: Article): string {
  const fields: readonly (readonly [name: string, value: string | readonly string[] | null])[] = [
    ["title", article.title],
    ["author", article.byline],
    ["published", article.publishedTime],
    ["modified", article.modifiedTime],
    ["site", article.siteName],
    ["section", article.section],
    ["lang", article.lang],
    ["url", article.url],
    ["image", article.image],
    ["licence", article.licence],
    ["description", article.excerpt],
    ["tags", article.tags],
  ];
  const lines = fields.flatMap(([name, value]) => (value?.length ? [`${name}: ${JSON.stringify(value)}\n`] : [])); // strings and lists of JSON are such of YAML
  return `---\n${lines.join("")}---\n\n`;
}
