import { element } from "../element.js";
import { goTo } from "../links.js";
import type { ReaderView } from "../view.js";

const icon = "M4 6h16M8 12h12M8 18h12M4 12h.01M4 18h.01";

/** The headings of the article as buttons that lead to them; nothing where there are fewer than two. */
export function outline({ page, body, toolbar, phrases }: ReaderView): void {
  const headings = [...body.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.textContent?.trim());
  if (headings.length < 2) return;
  const top = Math.min(...headings.map(levelOf));
  const list = element(page, "ul", { class: "outline" });
  for (const heading of headings) {
    const button = element(page, "button", { type: "button" }, heading.textContent ?? "");
    button.addEventListener("click", () => {
      toolbar.close();
      goTo(heading);
    });
    list.append(element(page, "li", { "data-level": String(Math.min(levelOf(heading) - top, 2)) }, button));
  }
  toolbar.addPanel(phrases.text("outline"), icon, list);
}

function levelOf(heading: HTMLElement): number {
  return Number(heading.localName.slice(1));
}
