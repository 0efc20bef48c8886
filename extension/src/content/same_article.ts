import type { Article } from "../../../web/src/types.js";
import { bareText } from "./article_text.js";

/** Characters without white space that are looked for, at the beginning, in the middle and at the end: parts come and go. */
const telling = 60;

/** How many of three places in an article have their words in another one: none where it has nothing to do with it, two or three in the same that has changed. */
export function placesShared({ tree: before }: Article, { tree: after }: Article): number {
  const [text, other] = [bareText(before), bareText(after)];
  const last = Math.max(0, text.length - telling);
  return [0, Math.floor(last / 2), last].filter((start) => other.includes(text.slice(start, start + telling))).length;
}
