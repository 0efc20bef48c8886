import type { Article } from "../../../web/src/types.js";
import { bareText } from "./selection.js";

/** Characters without white space that are looked for, at the beginning, in the middle and at the end: parts come and go. */
const telling = 60;

/** Whether an article has something of what another one says: it has grown, or lost a part, and is not another. */
export function isRelated({ tree: before }: Article, { tree: after }: Article): boolean {
  const [text, other] = [bareText(before), bareText(after)];
  const last = Math.max(0, text.length - telling);
  return [0, Math.floor(last / 2), last].some((start) => other.includes(text.slice(start, start + telling)));
}
