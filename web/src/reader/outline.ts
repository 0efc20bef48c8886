import { element } from "./element.js";

/** The headings of the article as buttons that lead to them; undefined where there are fewer than two. */
export function buildOutline(page: Document, body: HTMLElement, onChoose: () => void): HTMLElement | undefined {
  const headings = [...body.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.textContent?.trim());
  if (headings.length < 2) return undefined;
  const top = Math.min(...headings.map(levelOf));
  const list = element(page, "ul", { class: "outline" });
  for (const heading of headings) {
    const button = element(page, "button", { type: "button" }, heading.textContent ?? "");
    button.addEventListener("click", () => {
      onChoose();
      goTo(heading);
    });
    list.append(element(page, "li", { "data-level": String(Math.min(levelOf(heading) - top, 2)) }, button));
  }
  return list;
}

/** Scrolls to a place in the article, and moves the focus there so that the keyboard goes on from it. */
export function goTo(place: HTMLElement): void {
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  place.scrollIntoView({ block: "start" });
  place.focus({ preventScroll: true });
}

function levelOf(heading: HTMLElement): number {
  return Number(heading.localName.slice(1));
}
