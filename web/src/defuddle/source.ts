import { badInput } from "../errors.js";
import { startTags } from "./tags.js";

/** A page, in any form that Defuddle takes. */
export type DefuddleInput = string | Document | { readonly window: { readonly document: Document } };

/** The page's document, where it was given as one; anything but text and documents is a `bad-input`. */
export function documentIn(input: unknown): Document | undefined {
  if (typeof input === "string") return undefined;
  for (const candidate of [input, get(get(input, "window"), "document")]) {
    if (get(candidate, "documentElement")) return candidate as Document;
  }
  throw badInput("input", "a document or a string", input);
}

function get(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The page as HTML; with a selector that finds something, the element and the page's head. */
export function htmlOf(page: Document, selector: string | undefined): string {
  const doctype = page.compatMode === "BackCompat" ? "" : "<!DOCTYPE html>";
  const chosen = selector === undefined ? null : page.querySelector(selector);
  if (chosen === null) return doctype + page.documentElement.outerHTML;
  const root = page.documentElement.cloneNode(false) as Element;
  const empty = root.outerHTML.replace(/<\/html>$/i, "");
  return `${doctype}${empty}${page.head?.outerHTML ?? ""}<body>${chosen.outerHTML}</body></html>`;
}

/** A page's source without its images. */
export function withoutImages(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { name, start, end } of startTags(html)) {
    if (name !== "img" && name !== "image" && name !== "amp-img") continue;
    parts.push(html.slice(from, start));
    from = end;
  }
  return parts.join("") + html.slice(from);
}
