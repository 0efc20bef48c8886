import { own } from "../own.js";
import { layOut } from "./later.js";
import { idPrefix } from "./safe_attributes.js";

/** What a link within the article leads to; pages write such links with their full address, too. */
export function placeInArticle(body: HTMLElement, link: HTMLAnchorElement, url: string | null): HTMLElement | null {
  const { hash, href } = link;
  if (hash.length < 2) return null;
  const address = href.slice(0, -hash.length);
  const page = body.ownerDocument;
  const here = [own(page, "baseURI"), own(page, "URL"), url ?? ""].map((each) => each.replace(/#.*/, ""));
  if (!here.includes(address)) return null;
  return body.querySelector<HTMLElement>(`#${CSS.escape(idPrefix + decodeFragment(hash.slice(1)))}`);
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Scrolls to a place in the article, and moves the focus there so that the keyboard goes on from it. */
export function goTo(place: HTMLElement): void {
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  const body = place.closest<HTMLElement>(".body");
  if (body) layOut(body);
  place.scrollIntoView({ block: "start" });
  place.focus({ preventScroll: true });
}
