import { childrenOf, elementsOf, textOf, type ArticleElement, type OpenElement } from "../article_tree.js";
import { dropped } from "../reader/build_nodes.js";
import { idPrefix, isAllowedTag, isMathTag, safeAttribute } from "../reader/safe_attributes.js";
import type { ArticleNode } from "../types.js";

/** A heading of the article, with the id that it has in the file. */
export interface Heading {
  /** 1 to 6 */
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

export interface CleanTree {
  readonly nodes: readonly ArticleNode[];
  readonly headings: readonly Heading[];
  /** Whether a formula is in it. */
  readonly math: boolean;
}

/** What stands where an image stood. */
export type PlaceImage = (address: string, attributes: Readonly<Record<string, string>>, inLink: boolean) => ArticleNode;

/**
 * The article's body as a file may hold it: by the reader view's own allow-list, as if the core could not be trusted; without the tree's
 * own header, since files have one that says more; with absolute links, or links that lead to a place in the file, and an id at every heading.
 * @param url the page's address
 */
export function cleanTree(tree: ArticleNode, url: string | null, placeImage: PlaceImage): CleanTree {
  const targets = idsOf(tree);
  const given = new Set<string>();
  const headings: Heading[] = [];
  let sections = 0;
  let math = false;

  /** The element that is to be in the file, or undefined: only its tags go. */
  function open(node: ArticleElement, inside: Inside): OpenElement | undefined {
    const [tag, attributes] = node;
    // In a formula stands MathML and nothing else, and nowhere else does it: a parser of HTML would make something else of it.
    if (!isAllowedTag(tag) || (isMathTag(tag) && tag !== "math") !== inside.math) return undefined;
    math ||= tag === "math";
    const kept: Record<string, string> = tag === "math" ? { xmlns: "http://www.w3.org/1998/Math/MathML" } : {};
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("data-")) continue; // numbers for Pith's own views
      const safe = tag === "a" && name === "href" ? hrefOf(value, url, targets) : safeAttribute(tag, name, value)?.[1];
      if (safe === undefined || (name === "id" && given.has(safe)) || (name === "lang" && !isLanguage(safe))) continue;
      if (name === "id") given.add(safe);
      kept[name] = safe;
    }
    if (tag === "a") {
      if (kept["href"] === undefined && kept["id"] === undefined) return undefined;
      if (inside.link) delete kept["href"]; // a link in a link ends the outer one
    }
    if (isHeading(tag)) {
      const text = textOf(node, "annotation").replaceAll(/\s+/g, " ").trim();
      kept["id"] ??= `section-${++sections}`;
      if (text !== "") headings.push({ level: Number(tag[1]), text, id: kept["id"] });
    }
    return [tag, kept];
  }

  const nodes: ArticleNode[] = [];
  const work: [source: readonly ArticleNode[], next: number, into: ArticleNode[] | OpenElement, inside: Inside][] = [[childrenOf(tree), 0, nodes, { link: false, math: false }]];
  for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
    const [source, , into, inside] = top;
    const node = source[top[1]++];
    if (node === undefined) work.pop();
    else if (typeof node === "string") into.push(node);
    else if (dropped.has(node[0]) || (node[0] === "header" && work.length === 1)) continue;
    else if (node[0] === "img" && !inside.math) {
      const image = imageOf(node, url);
      if (image !== undefined) into.push(placeImage(image.address, image.attributes, inside.link));
    } else {
      const made = open(node, inside);
      if (made !== undefined) into.push(made as ArticleNode);
      work.push([childrenOf(node), 0, made ?? into, { link: inside.link || made?.[0] === "a", math: inside.math || made?.[0] === "math" }]);
    }
  }
  return { nodes, headings, math };
}

/** The addresses of a tree's images that a file may hold, in their order. */
export function imagesIn(tree: ArticleNode, url: string | null): readonly string[] {
  return elementsOf(tree).flatMap((node) => (node[0] === "img" ? (imageOf(node, url)?.address ?? []) : []));
}

/** What an element stands in. */
interface Inside {
  readonly link: boolean;
  readonly math: boolean;
}

// What URL parsers let stand, and checkers of books do not: characters, and hosts with an empty name or one that begins or ends with a hyphen.
const notInAddresses = /[^!#$%&'()*+,\-./\w:;=?@~]|%(?![\da-f]{2})/gi;
const notInHosts = /(?:^|\.)[.-]|-(?:\.|$)|[^\w.-]/;

const isHeading = (tag: string): boolean => /^h[1-6]$/.test(tag);

function idsOf(tree: ArticleNode): ReadonlySet<string> {
  return new Set(elementsOf(tree).flatMap(([tag, { id }]) => (id !== undefined && isAllowedTag(tag) && !isMathTag(tag) ? [id] : [])));
}

/** Where a link leads: to the place in the file that has this id, else to an address that can be followed from anywhere, else nowhere. */
function hrefOf(href: string, url: string | null, targets: ReadonlySet<string>): string | undefined {
  const hash = href.indexOf("#");
  const isLocal = hash === 0 || (hash > 0 && url !== null && href.slice(0, hash) === url.replace(/#.*/s, ""));
  const id = isLocal ? href.slice(hash + 1) : "";
  if (targets.has(id)) return `#${idPrefix}${id}`;
  return linkTo(href, url);
}

/** An address that can be followed from anywhere, as checkers of books take it; undefined for others. */
export function linkTo(address: string, base: string | null): string | undefined {
  const absolute = absoluteOf(address, base);
  return absolute !== undefined && /^(https?|mailto|tel):./.test(absolute) ? absolute : undefined;
}

function imageOf([, attributes]: ArticleElement, url: string | null): { address: string; attributes: Record<string, string> } | undefined {
  const given = attributes["src"] ?? "";
  const address = /^data:/i.test(given) ? safeAttribute("img", "src", given)?.[1] : absoluteOf(given, url);
  if (address === undefined || !/^(https?|data):/i.test(address)) return undefined;
  const { alt = "" } = attributes;
  return { address, attributes: { alt, ...(attributes["title"] !== undefined && { title: attributes["title"] }) } };
}

function absoluteOf(address: string, base: string | null): string | undefined {
  try {
    const { href, hostname } = new URL(address, base ?? undefined);
    if (!hostname.startsWith("[") && notInHosts.test(hostname)) return undefined;
    const [, authority = "", rest = ""] = /^(https?:\/\/[^/?#]*)?([^]*)$/.exec(href) ?? [];
    const [before = "", ...fragment] = rest.replaceAll(notInAddresses, encodeURIComponent).split("#");
    return authority + before + (fragment.length > 0 ? `#${fragment.join("%23")}` : "");
  } catch {
    return undefined;
  }
}

export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
