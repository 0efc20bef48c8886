import DOMPurify from "dompurify";
import { mathAttributes, mathTags, plainAttributes, tags } from "./allow_list.js";

/** What the view itself adds to an article's elements, beside what `safeAttribute` judges by its value. */
const added = ["id", "class", "href", "src", "type", "value", "loading", "rel", "role", "tabindex", "aria-label"];

/**
 * A second wall for places that have room for it (28 KB): DOMPurify goes over the article's elements with judgement of its own, so that
 * nothing acts even if the view's own wall has a hole. It works on elements where they are, so no HTML is parsed and Trusted Types
 * have nothing to forbid.
 */
export function sanitize(body: HTMLElement): void {
  DOMPurify.sanitize(body, {
    IN_PLACE: true,
    ALLOWED_TAGS: [...tags, ...mathTags, "#text"],
    ALLOWED_ATTR: [...plainAttributes, ...mathAttributes, ...added],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):|^(?![a-z][a-z0-9+.-]*:)/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    SAFE_FOR_XML: false, // nothing is written as text again
    TRUSTED_TYPES_POLICY: null, // a page may forbid to make one, and none is needed
  });
}
