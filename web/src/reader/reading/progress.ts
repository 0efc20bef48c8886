import { element } from "../element.js";
import type { ReaderView } from "../view.js";
import css from "./progress.css" with { type: "text" };
import { onScroll, shareRead } from "./scrolling.js";

/** A thin line along the top that grows as the article is read, and how long the rest takes. */
export function progress(reader: ReaderView): void {
  const { page, scroller, toolbar, article, phrases } = reader;
  reader.addStyle(css);
  const line = element(page, "div", { class: "progress", "aria-hidden": "true" });
  const left = element(page, "span", { class: "time-left" });
  toolbar.element.prepend(line);
  toolbar.addText(left);

  onScroll(reader, () => {
    const share = shareRead(scroller);
    line.style.setProperty("--share", String(share));
    const rest = Math.ceil(article.readingMinutes * (1 - share));
    left.textContent = share > 0.02 && rest > 0 ? phrases.text("minutesLeft", { count: rest }) : "";
  });
}
