import { element } from "../element.js";
import type { ReaderView } from "../view.js";
import css from "./code_blocks.css" with { type: "text" };

/** Lets long lines of code scroll by keyboard, and gives each block a button that copies it. */
export function codeBlocks(reader: ReaderView): void {
  const { page, host, phrases, say } = reader;
  let isStyled = false;
  reader.onBlocks((holder) => {
    for (const block of holder.querySelectorAll<HTMLElement>("pre")) {
      if (!isStyled) reader.addStyle(css);
      isStyled = true;
      block.tabIndex = 0; // long lines scroll by keyboard, too
      block.setAttribute("role", "region");
      block.setAttribute("aria-label", phrases.text("code"));
      block.dir = "ltr";
      if (host.copyText) addCopy(block);
    }
  });

  function addCopy(block: HTMLElement): void {
    const button = element(page, "button", { type: "button", class: "copy" }, phrases.text("copyCode"));
    button.addEventListener("click", () => {
      host.copyText?.(block.textContent ?? "").then(
        () => say(phrases.text("copiedCode")),
        () => say(phrases.text("copyFailed")),
      );
    });
    const around = element(page, "div", { class: "code" });
    block.replaceWith(around);
    around.append(block, button);
  }
}
