import type { Article } from "../../../web/src/types.js";
import { bareText } from "./article_text.js";

/** Characters without white space that are looked for, at the beginning, in the middle and at the end: parts come and go. */
const telling = 60;

/** Whether an article has to do with another one: any place in it has its words there. */
export function isRelated(before: Article, after: Article): boolean {
  return placesShared(before, after) > 0;
}

/** Whether it is the same, and has only changed. Pages count messages in their titles, too. */
export function isSame(before: Article, after: Article): boolean {
  return placesShared(before, after) >= (before.title === after.title ? 2 : 3);
}

/** How many of three places in an article have their words in another one; in a few words there is but one place. */
function placesShared({ tree: before }: Article, { tree: after }: Article): number {
  const [text, other] = [bareText(before), bareText(after)];
  const last = Math.max(0, text.length - telling);
  return [...new Set([0, Math.floor(last / 2), last])].filter((start) => other.includes(text.slice(start, start + telling))).length;
}
