// What a page shows and its own tree does not have.

import { own } from "../../../web/src/own.js";
import { rootOfPage } from "./capture.js";

/** The shadow roots of a page, closed ones too, and the frames of its origin, by their root elements, with those in them. */
export function partsOf(page: Document): readonly Node[] {
  const parts: Node[] = [];
  for (let scope: Node | undefined = own(page, "documentElement"), next = 0; scope; scope = parts[next++]) {
    const document = own(scope, "ownerDocument") as Document;
    const walker = own(document, "createTreeWalker").call(document, scope, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const part = partIn(node as Element);
      if (part) parts.push(part);
    }
  }
  return parts;
}

function partIn(element: Element): Node | null {
  const page = frameDocument(element);
  return page ? own(page, "documentElement") : rootOfPage(element, own(element, "localName"));
}

/** What a frame shows; null where that is of another origin, and where an element is no frame. */
export function frameDocument(element: Element): Document | null {
  if (!/^i?frame$/.test(own(element, "localName"))) return null;
  try {
    return own(element as HTMLIFrameElement, "contentDocument");
  } catch {
    return null;
  }
}
