import { attributeOf, own } from "./own.js";

/** What stands in an element as people see it. */
export interface Content {
  readonly nodes: readonly Node[];
  /** The element with a declarative shadow root that they stand in. */
  readonly host: Element | undefined;
}

/** The shadow root that an element shows; null where it has none, or none that may be seen. */
export type RootOf = (element: Element) => ShadowRoot | null;

export const openRootOf: RootOf = (element) => own(element, "shadowRoot");

/** Whether a document has shadow roots that are only declared, as where nothing made elements of them; browsers leave none in pages. */
export function declaresRoots(document: Document): boolean {
  return own(document, "querySelector").call(document, "template[shadowrootmode]") !== null;
}

/**
 * The flat tree: of a host its shadow root, also one that only a `<template shadowrootmode>` declares; of a slot what is put in
 * it; of a frame of the same origin its body.
 * @param declared whether to look for declared roots at all: that is a look at every child of every element
 * @param host the nearest element with a declarative shadow root that `element` stands in
 */
export function contentOf(element: Element, host: Element | undefined, rootOf: RootOf, declared: boolean): Content {
  const shadow = rootOf(element);
  if (shadow) return { nodes: [...shadow.childNodes], host: undefined };
  const name = own(element, "localName");
  if (name === "iframe") return { nodes: frameOf(element as HTMLIFrameElement), host: undefined };
  if (name === "slot") {
    const put = slotted(element as HTMLSlotElement, host);
    if (put.length > 0) return { nodes: put, host: undefined };
  }
  const root = declared ? declaredRoot(element) : undefined;
  return root ? { nodes: [...root.childNodes], host: element } : { nodes: [...own(element, "childNodes")], host };
}

function declaredRoot(element: Element): DocumentFragment | undefined {
  for (let child = own(element, "firstElementChild"); child; child = own(child, "nextElementSibling")) {
    if (own(child, "localName") === "template" && attributeOf(child, "shadowrootmode") !== null) return (child as HTMLTemplateElement).content;
  }
  return undefined;
}

function slotted(slot: HTMLSlotElement, host: Element | undefined): readonly Node[] {
  if (host === undefined) return slot.assignedNodes?.({ flatten: true }) ?? [];
  const wanted = slot.getAttribute("name") ?? "";
  return [...own(host, "childNodes")].filter((node) => {
    const element = own(node, "nodeType") === 1 ? (node as Element) : undefined;
    return element === undefined ? wanted === "" : own(element, "localName") !== "template" && (attributeOf(element, "slot") ?? "") === wanted;
  });
}

/** Nothing where the frame is of another origin, or not loaded. */
function frameOf(frame: HTMLIFrameElement): readonly Node[] {
  try {
    const page = frame.contentDocument;
    const body = page && own(page, "body");
    return body && own(body, "firstChild") ? [body] : [];
  } catch {
    return [];
  }
}
