import type { Mark, SiteRule } from "../../web/src/reader/host.js";
import { toMarks } from "../../web/src/reader/marks/mark.js";
import type { PhraseTable } from "../../web/src/reader/phrases.js";
import { schema } from "../../web/src/reader/settings.js";
import type { Article } from "../../web/src/types.js";
import { isMark } from "./store/marks.js";
import { isRule, toRule } from "./store/rules.js";
import { isListOf, isRecord, isText, type Fields } from "./values.js";

/** What a content script asks of the background. Of which page, the browser says, not the sender. */
export type Request =
  /** Extract this page; answered with an ArticleAnswer. */
  | ({ readonly type: "extract" } & SentPage)
  /** The same page's article as Markdown. */
  | ({ readonly type: "markdown" } & SentPage)
  /** A page of a site to be watched is there, or has changed: may it be read? */
  | ({ readonly type: "arrived" } & Arrival)
  /** Nothing can be shown over this kind of document; tell the user elsewhere. */
  | { readonly type: "unreadable" }
  | { readonly type: "load-settings" }
  /** Of the reader's settings those that are others now. */
  | { readonly type: "change-settings"; readonly changed: Fields }
  | { readonly type: "list-rules" }
  | { readonly type: "add-rule" | "remove-rule"; readonly rule: SiteRule }
  | { readonly type: "load-marks"; readonly canonical: string | null }
  | ({ readonly type: "change-marks"; readonly canonical: string | null; readonly title: string } & MarkChange)
  | { readonly type: "fetch-image"; readonly url: string }
  | { readonly type: "load-font"; readonly file: string }
  /** Open this site's articles always, or no longer. */
  | { readonly type: "always"; readonly on: boolean }
  | { readonly type: "open-settings" };

/** What is to change in a page's highlights: all others, such as those of another tab, stay. */
export interface MarkChange {
  /** New ones, and others than before. */
  readonly changed: readonly Mark[];
  /** Ids. */
  readonly removed: readonly string[];
}

export interface SentPage {
  readonly page: string;
  readonly kind: PageKind;
  readonly url: string;
}

/** A page of a watched site. */
export interface Arrival {
  readonly html: string;
  readonly url: string;
  /** The name that it has among all pages. */
  readonly arrival: string;
}

/** What was read of a page, all as web/src/capture/snapshot.ts writes it: the whole, a file of plain text, or a part that was chosen. The last two stay whatever they are. */
export type PageKind = "snapshot" | "text" | "selection";

export type Answer = ArticleAnswer | FailedAnswer | ValueAnswer | FileAnswer;
/** An answer on its way. */
export type SentAnswer = SentArticle | Exclude<Answer, ArticleAnswer>;

export interface ArticleAnswer {
  readonly type: "article";
  readonly article: Article;
  readonly settings: Fields;
  /** The reader's words in the browser's language; null: English, or a language that there is nothing in. */
  readonly phrases: PhraseTable | null;
  /** Selectors of this site's rules that the core did not understand. */
  readonly ignoredRules: readonly string[];
  /** Whether this site's articles open by themselves; null where they can't. */
  readonly always: boolean | null;
  /** Nothing that tells of this page is to be kept. */
  readonly isPrivate: boolean;
}

/** The article goes as the core's own JSON: browsers pass one text on many times as fast as a tree of thousands of values. */
export interface SentArticle extends Omit<ArticleAnswer, "article"> {
  readonly article: string;
}

/** What was asked for was not done. */
export interface FailedAnswer {
  readonly type: "failed";
  readonly reason: FailureReason;
}

/** What was asked for was done; what came of it, unchecked. */
export interface ValueAnswer {
  readonly type: "value";
  readonly value: unknown;
}

export interface FileAnswer {
  readonly type: "file";
  readonly mime: string;
  readonly base64: string;
}

const failureReasons = ["bad-message", "too-large", "broken", "full", "bad-rule", "refused"] as const;
export type FailureReason = (typeof failureReasons)[number];

const pageKinds: readonly PageKind[] = ["snapshot", "text", "selection"];
/** Characters; no browser goes to longer addresses. How long a page may be is for the core to say. */
const longestAddress = 2 ** 21;
/** Characters of JSON; what a browser carries to other computers has at most 8,192. */
const longestSettings = 8000;
const longestTitle = 100_000;

/**
 * Checks what came in. A content script shares its process with the page, so the background believes nothing it hears.
 * @returns the message with the known fields only, or null where the value is none of ours
 */
export function readRequest(value: unknown): Request | null {
  if (!isRecord(value)) return null;
  const { type, url, rule, canonical } = value;
  switch (type) {
    case "extract":
    case "markdown": {
      const { page } = value;
      const kind = pageKinds.find((known) => known === value["kind"]);
      return typeof page === "string" && kind !== undefined && isText(url, longestAddress) ? { type, page, kind, url } : null;
    }
    case "arrived": {
      const { html, arrival } = value;
      return typeof html === "string" && isText(url, longestAddress) && isText(arrival, 50) ? { type, html, url, arrival } : null;
    }
    case "unreadable":
    case "load-settings":
    case "list-rules":
    case "open-settings":
      return { type };
    case "change-settings": {
      const { changed } = value;
      if (!isRecord(changed) || JSON.stringify(changed).length > longestSettings) return null;
      return { type, changed: Object.fromEntries(Object.entries(changed).filter(([name]) => Object.hasOwn(schema, name))) };
    }
    case "add-rule":
    case "remove-rule":
      return isRule(rule) ? { type, rule: toRule(rule) } : null;
    case "load-marks":
      return isCanonical(canonical) ? { type, canonical } : null;
    case "change-marks": {
      const { title, changed, removed } = value;
      const isChange = isListOf(changed, isMark) && isListOf(removed, (id) => typeof id === "string"); // what would be left out of it would be lost unsaid
      return isCanonical(canonical) && isText(title, longestTitle) && isChange ? { type, canonical, title, changed: toMarks(changed), removed: removed as string[] } : null;
    }
    case "fetch-image":
      return isText(url, longestAddress) && /^https?:/.test(url) ? { type, url } : null;
    case "load-font": {
      const { file } = value;
      return isText(file, 100) && /^[\w-]+\.woff2$/.test(file) ? { type, file } : null;
    }
    case "always":
      return typeof value["on"] === "boolean" ? { type, on: value["on"] } : null;
    default:
      return null;
  }
}

/** Checks what the background answered: it may be of another version than the content script. */
export function readAnswer(value: unknown): Answer | null {
  if (!isRecord(value)) return null;
  switch (value["type"]) {
    case "article": {
      const { settings, phrases, ignoredRules, always, isPrivate } = value;
      const article = parse(value["article"]);
      if (!isArticle(article) || !isRecord(settings) || !isListOf(ignoredRules, (rule) => typeof rule === "string")) return null;
      if ((always !== null && typeof always !== "boolean") || typeof isPrivate !== "boolean") return null;
      return { type: "article", article, settings, phrases: isPhraseTable(phrases) ? phrases : null, ignoredRules: ignoredRules as string[], always, isPrivate };
    }
    case "failed": {
      const reason = failureReasons.find((known) => known === value["reason"]);
      return reason === undefined ? null : { type: "failed", reason };
    }
    case "value":
      return { type: "value", value: value["value"] };
    case "file": {
      const { mime, base64 } = value;
      return typeof mime === "string" && typeof base64 === "string" ? { type: "file", mime, base64 } : null;
    }
    default:
      return null;
  }
}

/** What a JSON text says; null where there is none. */
function parse(json: unknown): unknown {
  try {
    return typeof json === "string" ? JSON.parse(json) : null;
  } catch {
    return null;
  }
}

/** Checks what the reader view relies on; the tree's nodes are judged one by one where they are built. */
function isArticle(value: unknown): value is Article {
  return (
    isRecord(value) &&
    typeof value["title"] === "string" &&
    typeof value["wordCount"] === "number" &&
    typeof value["readingMinutes"] === "number" &&
    typeof value["confidence"] === "number" &&
    ["byline", "publishedTime", "lang", "dir", "siteName", "url"].every((name) => value[name] === null || typeof value[name] === "string") &&
    isListOf(value["warnings"], (warning) => typeof warning === "string") &&
    isListOf(value["removed"], isRemoval) &&
    Array.isArray(value["tree"])
  );
}

function isRemoval(value: unknown): boolean {
  return isRecord(value) && typeof value["reason"] === "string" && typeof value["text"] === "string" && typeof value["before"] === "number";
}

function isPhraseTable(value: unknown): value is PhraseTable {
  return isRecord(value) && typeof value["language"] === "string";
}

function isCanonical(value: unknown): value is string | null {
  return value === null || isText(value, longestAddress);
}
