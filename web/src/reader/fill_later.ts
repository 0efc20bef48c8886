import { childrenOf, textOf } from "../article_tree.js";
import type { ArticleNode } from "../types.js";
import { element } from "./element.js";
import { fillAtOnce, type Fill } from "./fill.js";

/** Blocks that fill any window, and characters that do: of small letters on the largest screens there are some 7,000. */
export const first = 40;
const enough = 9000;
/** What is not worth to be waited with: blocks that take some ten milliseconds. */
export const few = 100;

/**
 * Of a long article only what fills the window; the rest when somebody asks for it, which has to be done soon (reading/late_layout.ts). Until
 * then the rest is data: it passes the same walls as the beginning, and only then comes where anything loads or runs.
 */
export const fillLater: Fill = (page, body, tree, phrases, sanitize) => {
  const blocks = tree === undefined ? [] : childrenOf(tree);
  if (blocks.length < first + few) return fillAtOnce(page, body, tree, phrases, sanitize);
  const fill = (holder: HTMLElement, some: readonly ArticleNode[]): unknown => fillAtOnce(page, holder, ["article", {}, ...some], phrases, sanitize);
  const actions: ((holder: ParentNode) => void)[] = [];
  const shown = fillingWindow(blocks);
  let rest: readonly ArticleNode[] = blocks.slice(shown);
  fill(body, blocks.slice(0, shown));
  body.setAttribute("aria-busy", "true");

  function whole(): void {
    if (rest.length === 0) return;
    const coming = rest;
    rest = [];
    body.removeAttribute("aria-busy");
    const holder = element(page, "div", { class: "body" });
    try {
      fill(holder, coming);
      for (const action of actions) action(holder);
      const made = page.createRange(); // their number may be more than a call has arguments
      made.selectNodeContents(holder);
      body.append(made.extractContents());
    } catch (error) {
      // The article is on the screen already; that some of it is missing must not go unsaid.
      body.append(element(page, "p", { class: "unsure" }, phrases.text("unsure")));
      throw error;
    }
  }
  return {
    whole,
    onBlocks(action) {
      actions.push(action);
      action(body);
    },
  };
};

/** How many blocks, from the beginning on, fill any window. */
function fillingWindow(blocks: readonly ArticleNode[]): number {
  let count = 0;
  for (let length = 0; count < first && length < enough; count++) length += textOf(blocks[count] as ArticleNode).length;
  return count;
}
