import { element } from "../element.js";
import { goTo } from "../links.js";
import { onScroll } from "../reading/scrolling.js";
import type { ReaderView } from "../view.js";

const icon = "M4 6h16M8 12h12M8 18h12M4 12h.01M4 18h.01";

/** The headings of the article as buttons that lead to them, the one being read marked; nothing where there are fewer than two. */
export function outline(reader: ReaderView): void {
  const { page, body, scroller, toolbar, phrases } = reader;
  const headings: HTMLElement[] = [];
  let offer = (): void => {};
  reader.onBlocks((holder) => {
    for (const heading of holder.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")) if (heading.textContent?.trim()) headings.push(heading);
    offer();
  });
  if (headings.length < 2 && !body.ariaBusy) return;
  let buttons: readonly HTMLElement[] = [];
  const panel = toolbar.addPanel(phrases.text("outline"), icon, () => {
    const top = headings.reduce((least, heading) => Math.min(least, levelOf(heading)), 6);
    buttons = headings.map((heading) => {
      const button = element(page, "button", { type: "button", dir: "auto" }, heading.textContent ?? "");
      button.addEventListener("click", () => {
        toolbar.close();
        goTo(heading);
      });
      return button;
    });
    const list = element(page, "ul", { class: "outline" });
    buttons.forEach((button, at) => list.append(element(page, "li", { "data-level": String(Math.min(levelOf(headings[at] as HTMLElement) - top, 2)) }, button)));
    return list;
  });

  offer = (): void => void (panel.button.hidden = headings.length < 2);
  offer();

  let current: HTMLElement | undefined;
  const mark = (): void => {
    if (!panel.isOpen()) return;
    const reading = buttons[headings.filter((heading) => hasComeBy(heading, scroller)).length - 1];
    if (reading === current) return;
    current?.removeAttribute("aria-current");
    reading?.setAttribute("aria-current", "location");
    reading?.scrollIntoView({ block: "nearest" });
    current = reading;
  };
  onScroll(reader, mark);
  panel.button.addEventListener("click", mark);
  reader.onKey("t", () => headings.length > 1 && (panel.toggle(), mark()), phrases.text("outline"));
}

/** Whether a heading stands in the first third of what is to be seen, or before it; text may go down, or to either side. */
function hasComeBy(heading: HTMLElement, scroller: HTMLElement): boolean {
  const [place, window] = [heading.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (scroller.scrollHeight > scroller.clientHeight) return place.top < window.top + window.height / 3;
  const { writingMode, direction } = getComputedStyle(heading);
  const leftwards = writingMode === "vertical-rl" || (writingMode === "horizontal-tb" && direction === "rtl");
  return leftwards ? place.right > window.right - window.width / 3 : place.left < window.left + window.width / 3;
}

function levelOf(heading: HTMLElement): number {
  return Number(heading.localName.slice(1));
}
