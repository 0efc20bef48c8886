import type { PageType } from "./types.js";

export const pageTypes: readonly PageType[] = ["article", "forum", "product", "collection", "listing", "documentation", "service"];

export function isPageType(value: unknown): value is PageType {
  return pageTypes.includes(value as PageType);
}
