import { anyLanguage, grammarNames, grammarOf, shell } from "./languages.js";
import { scanCode } from "./scan_code.js";
import { hasPrompts, scanDiff, scanSession } from "./scan_lines.js";
import { scanMarkup } from "./scan_markup.js";
import type { Token } from "./token.js";

const markup: ReadonlySet<string> = new Set("html htm xhtml xml svg mathml rss atom plist vue svelte astro handlebars hbs jinja jinja2 twig liquid ejs markup".split(" "));
const diffs: ReadonlySet<string> = new Set(["diff", "patch", "udiff"]);
const sessions: ReadonlySet<string> = new Set(["console", "shell-session", "sh-session", "shellsession", "terminal", "session"]);
const plain: ReadonlySet<string> = new Set("text txt plain plaintext plain-text none output ascii nohighlight no-highlight".split(" "));

/** A name for each way of writing that is known; none is that of an unknown language. */
export const languageNames: readonly string[] = [...grammarNames, "html", "diff", "console", ""];

/**
 * Finds the pieces of a code that have colours, in time that grows with its length only.
 * @param language as in class="language-…"; where it says nothing that is known, what the code begins with may
 */
export function tokenize(code: string, language = ""): Token[] {
  const name = language.toLowerCase();
  if (plain.has(name)) return [];
  if (diffs.has(name)) return scanDiff(code);
  if (sessions.has(name)) return scanSession(code);
  if (markup.has(name)) return scanMarkup(code);
  const grammar = grammarOf(name);
  if (grammar === shell && hasPrompts(code)) return scanSession(code);
  if (name === "php" && code.includes("<?")) return scanMarkup(code);
  return grammar === undefined ? guess(code) : scanCode(code, grammar);
}

/** Only what can hardly be anything else is taken for a language. */
function guess(code: string): Token[] {
  const begin = code.slice(0, 200).trimStart();
  if (/^<(?:!doctype|!--|\?xml|[a-z][\w-]*[\s>/])/i.test(begin)) return scanMarkup(code);
  if (/^(?:diff --git |--- \S|@@ -)/.test(begin)) return scanDiff(code);
  if (hasPrompts(begin)) return scanSession(code);
  const interpreter = /^#!\S*\/(?:env )?([a-z]+)/.exec(begin)?.[1];
  return scanCode(code, (interpreter !== undefined && grammarOf(interpreter)) || (/^[{[]\s*["{[]/.test(begin) && grammarOf("json")) || anyLanguage);
}
