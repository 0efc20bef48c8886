import type { Article } from "../../web/src/types.js";

/** Everything that content script and background say to each other. */
export type Message = ExtractMessage | UnreadableMessage | ArticleMessage | FailedMessage;

/** Content script → background: extract this page; answered with an ArticleMessage or a FailedMessage. */
export interface ExtractMessage {
  readonly type: "extract";
  readonly html: string;
  readonly url: string;
}

/** Content script → background: nothing can be shown over this kind of document; tell the user elsewhere. */
export interface UnreadableMessage {
  readonly type: "unreadable";
}

export interface ArticleMessage {
  readonly type: "article";
  readonly article: Article;
}

export interface FailedMessage {
  readonly type: "failed";
  readonly reason: FailureReason;
}

/** Characters; no browser goes to longer addresses. How long a page may be is for the core to say. */
const longestAddress = 2 ** 21;

const failureReasons = ["bad-message", "too-large", "broken"] as const;
export type FailureReason = (typeof failureReasons)[number];

/**
 * Checks what came in. A content script shares its process with the page, so the background believes nothing it hears.
 * @returns the message with the known fields only, or null where the value is none of ours
 */
export function readMessage(value: unknown): Message | null {
  if (!isRecord(value)) return null;
  switch (value["type"]) {
    case "extract": {
      const { html, url } = value;
      return typeof html === "string" && typeof url === "string" && url.length <= longestAddress ? { type: "extract", html, url } : null;
    }
    case "unreadable":
      return { type: "unreadable" };
    case "article":
      return isArticle(value["article"]) ? { type: "article", article: value["article"] } : null;
    case "failed": {
      const reason = failureReasons.find((known) => known === value["reason"]);
      return reason === undefined ? null : { type: "failed", reason };
    }
    default:
      return null;
  }
}

/** Checks what the reader view relies on; the tree's nodes are judged one by one where they are built. */
function isArticle(value: unknown): value is Article {
  return (
    isRecord(value) &&
    typeof value["title"] === "string" &&
    typeof value["wordCount"] === "number" &&
    typeof value["confidence"] === "number" &&
    typeof value["markdown"] === "string" &&
    ["byline", "publishedTime", "lang", "dir", "siteName", "url"].every((name) => value[name] === null || typeof value[name] === "string") &&
    isListOf(value["warnings"], (warning) => typeof warning === "string") &&
    isListOf(value["removed"], isRemoval) &&
    Array.isArray(value["tree"])
  );
}

function isRemoval(value: unknown): boolean {
  return isRecord(value) && typeof value["reason"] === "string" && typeof value["text"] === "string" && typeof value["before"] === "number";
}

function isListOf(value: unknown, is: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
