import { element, makeInert } from "./element.js";

/** Where a view goes. */
export interface Place {
  readonly parent: ShadowRoot | HTMLElement;
  readonly styles: ShadowRoot;
  readonly covers: boolean;
  /** The element that was made to hold a shadow root. */
  readonly added?: HTMLElement;
}

/** In a shadow root the view covers the window; an element it fills, in a shadow root of its own unless it stands in one already. */
export function placeIn(root: ShadowRoot | HTMLElement): Place {
  if (isShadowRoot(root)) return { parent: root, styles: root, covers: true };
  const around = root.getRootNode();
  if (isShadowRoot(around)) return { parent: root, styles: around, covers: false };
  const added = element(makeInert(root.ownerDocument), "div");
  added.style.cssText = "display: block; height: 100%";
  root.append(added);
  const made = added.attachShadow({ mode: "open" });
  return { parent: made, styles: made, covers: false, added };
}

function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in node;
}
