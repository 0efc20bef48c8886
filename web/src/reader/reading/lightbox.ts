import { element, icon } from "../element.js";
import { closeIcon } from "../icons.js";
import type { ReaderView } from "../view.js";
import css from "./lightbox.css" with { type: "text" };

const icons = { previous: "M15 5l-7 7 7 7", next: "M9 5l7 7-7 7" };

/** Shows a picture as large as the window allows, with its caption; a second step shows it in its full size. */
export function lightbox(reader: ReaderView): void {
  const { page, element: view, body, phrases } = reader;
  const images: HTMLImageElement[] = [];
  reader.onBlocks((holder) => {
    const found = [...holder.querySelectorAll("img")].filter((image) => image.getAttribute("src") && standsAlone(image));
    if (images.length === 0 && found.length > 0) reader.addStyle(css);
    for (const image of found) {
      image.tabIndex = 0;
      image.setAttribute("role", "button");
      image.setAttribute("aria-label", phrases.text("enlarge", { image: image.alt || phrases.text("image") }));
      images.push(image);
    }
  });
  body.addEventListener("click", (event) => {
    const at = images.indexOf(event.target as HTMLImageElement);
    if (at < 0 || event.defaultPrevented) return;
    event.preventDefault();
    open(at);
  });
  body.addEventListener("keydown", (event) => {
    const at = images.indexOf(event.target as HTMLImageElement);
    if (at < 0 || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    open(at);
  });

  function open(first: number): void {
    let at = first;
    const large = element(page, "img", { class: "large" });
    const caption = element(page, "figcaption", { id: "p-caption", dir: "auto" });
    const zoom = element(page, "button", { type: "button", class: "zoom" }, large);
    const shut = button("close", closeIcon, "shut", () => dialog.close());
    const steps = images.length > 1 ? [button("previousImage", icons.previous, "previous", () => step(-1)), button("nextImage", icons.next, "next", () => step(1))] : [];
    const dialog = element(page, "dialog", { class: "lightbox", "aria-labelledby": "p-caption" }, element(page, "figure", {}, zoom, caption), ...steps, shut);

    function button(name: "close" | "previousImage" | "nextImage", path: string, kind: string, action: () => void): HTMLButtonElement {
      const made = element(page, "button", { type: "button", class: kind, "aria-label": phrases.text(name) }, icon(page, path));
      made.addEventListener("click", action);
      return made;
    }
    function show(): void {
      const image = images[at] as HTMLImageElement;
      large.src = image.src;
      large.alt = image.alt;
      caption.textContent = image.closest("figure")?.querySelector("figcaption")?.textContent?.trim() || image.alt || phrases.text("image");
      full(false);
    }
    function step(by: number): void {
      at = (at + by + images.length) % images.length;
      show();
    }
    function full(on: boolean): void {
      dialog.classList.toggle("full", on);
      zoom.setAttribute("aria-label", phrases.text(on ? "fit" : "fullSize"));
      zoom.setAttribute("aria-pressed", String(on));
    }

    zoom.addEventListener("click", () => full(!dialog.classList.contains("full")));
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => {
      event.stopPropagation(); // the view's own keys rest, Escape closes the dialog by itself
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by !== undefined && images.length > 1 && !dialog.classList.contains("full")) step(view.matches(":dir(rtl)") ? -by : by);
      if (event.key === "+" || event.key === "-") full(event.key === "+");
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      images[at]?.focus({ preventScroll: true });
      images[at]?.scrollIntoView({ block: "nearest" });
    });
    show();
    view.append(dialog);
    dialog.showModal();
    zoom.focus();
  }
  reader.onClose(() => view.querySelector<HTMLDialogElement>(".lightbox")?.close());
}

/** A picture within a line of text is a sign, and one in a link leads somewhere. */
function standsAlone(image: HTMLImageElement): boolean {
  return image.closest("a") === null && (image.closest("figure") !== null || image.closest("p, li, td, th, h1, h2, h3, h4, h5, h6")?.textContent?.trim() === "" || image.parentElement?.className === "body");
}
