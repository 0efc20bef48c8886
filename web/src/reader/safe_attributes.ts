// The view's own wall: the core's output is clean by construction; this is for the day that it is not.

import { mathAttributes, mathTags, plainAttributes, tags } from "./allow_list.js";

const marks = new Set("callout note tip important warning caution pull-quote embed task task-done thread-post".split(" "));

const followable = /^(https?|mailto|tel):$/;
const loadable = /^https?:$/;
const inlineImage = /^data:image\/(png|jpe?g|gif|webp|avif|svg\+xml)[;,]/i;

/** Article ids are prefixed, so that they never meet those of the view. */
export const idPrefix = "a-";

export function isAllowedTag(tag: string): boolean {
  return tags.has(tag) || mathTags.has(tag);
}

export function isMathTag(tag: string): boolean {
  return mathTags.has(tag);
}

/** The attribute as it may be set, or undefined. */
export function safeAttribute(tag: string, name: string, value: string): readonly [name: string, value: string] | undefined {
  if (isMathTag(tag)) return mathAttributes.has(name) ? [name, value] : undefined;
  if ((name === "type" && tag === "ol") || (name === "value" && tag === "li")) return [name, value];
  if (plainAttributes.has(name)) return [name, value];
  if (name === "id") return [name, idPrefix + value];
  if (name === "class") return classes(value);
  if (name === "href" && tag === "a") return hasProtocol(value, followable) ? [name, value] : undefined;
  if (name === "src" && tag === "img") return hasProtocol(value, loadable) || inlineImage.test(value) ? [name, value] : undefined;
  return undefined;
}

/** Only what the core's classes say, which the view has styles for: others could dress content up as part of the view. */
function classes(value: string): readonly [string, string] | undefined {
  const kept = value.split(/\s+/).filter((name) => /^lang(uage)?-[\w+#.-]+$/.test(name) || marks.has(name));
  return kept.length > 0 ? ["class", kept.join(" ")] : undefined;
}

/** Asks the browser's own URL parser, which sees through white space, control characters and letter case. */
function hasProtocol(address: string, allowed: RegExp): boolean {
  try {
    return allowed.test(new URL(address, "https://page.invalid/").protocol);
  } catch {
    return false;
  }
}
