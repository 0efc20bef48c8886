/** What JSON-LD says of the article: its texts as they are, and who made it, for `namesIn`. */
export interface LinkedData {
  readonly headline: string;
  readonly name: string;
  readonly description: string;
  readonly datePublished: string;
  readonly author?: unknown;
  readonly creator?: unknown;
  readonly publisher?: unknown;
}

type Json = Readonly<Record<string, unknown>>;

/** As wasm/core/metadata/json_ld.cpp has them, in fewer letters. */
const articles = /(Article|Report|Posting|APIReference)\b/;
const others = /\b(Recipe|HowTo|QAPage|Question|Review|Product)\b/;

/**
 * The facts of the first object of an article's type, in any script and at any depth; without one, of a recipe, question, review or product.
 * @param scripts what stands in the page's scripts of JSON-LD; those that are no JSON say nothing
 */
export function linkedDataOf(scripts: readonly string[]): LinkedData {
  let best = 0;
  let facts: Json = {};
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || !value) return;
    const object = value as Json;
    const type = String(object["@type"]);
    const rank = articles.test(type) ? 2 : others.test(type) ? 1 : 0;
    if (rank > best) {
      best = rank;
      facts = (rank < 2 && !object.author && (object.mainEntity as Json)) || object;
    }
    Object.values(object).forEach(visit);
  };
  for (const script of scripts) {
    try {
      visit(JSON.parse(script));
    } catch {
      // no JSON, or deeper than the stack
    }
  }
  const textOf = (key: string): string => {
    const [text] = ([] as unknown[]).concat(facts[key]);
    return typeof text === "string" ? text.replace(/\s+/g, " ").trim() : "";
  };
  const { author, creator, publisher } = facts;
  return { headline: textOf("headline"), name: textOf("name"), description: textOf("description"), datePublished: textOf("datePublished"), author, creator, publisher };
}

/** The names of persons or organisations: texts, objects with a name, or a list of these. */
export function namesIn(agents: unknown): readonly string[] {
  const names = ([] as unknown[]).concat(agents).map((agent) => (agent as Json | undefined)?.name ?? agent);
  return names.filter((name): name is string => typeof name === "string");
}
