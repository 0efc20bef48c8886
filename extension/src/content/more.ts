import { element } from "../../../web/src/reader/element.js";
import type { ReaderView } from "../../../web/src/reader/index.js";
import { message } from "../browser/runtime.js";

const style = `
.pith .p-more { display: block; margin: 1.5em auto 0; padding: .5em 1.25em; border: 1px solid var(--line); border-radius: .5em }
.pith .p-more:hover { background: var(--tint); color: var(--strong) }`;

/** Says in passing that the page has more now, and offers it; the offer stays at the end of the article. */
export function moreButton({ page, footer, addStyle, say }: ReaderView, update: () => void): void {
  const before = footer.querySelector(".p-more");
  const button = element(page, "button", { type: "button", class: "p-more" }, message("moreShow"));
  button.addEventListener("click", update);
  if (before) before.replaceWith(button);
  else {
    addStyle(style);
    footer.prepend(button);
  }
  say(message("more"), { name: message("moreUpdate"), action: update });
}
