import { own } from "../own.js";
import type { Dom } from "./dom.js";

/** What stands in an element as people see it, in place of its children. */
export interface Content {
  readonly first: Node | null;
  /** What stands behind it, the last one first, where that is not its siblings. */
  readonly rest?: Node[];
  /** The element with a declarative shadow root that they stand in. */
  readonly host?: Element | undefined;
  /** They are the page of a frame. */
  readonly isFrame?: boolean;
}

/** The shadow root that an element with this local name shows; null where it has none, or none that may be seen. */
export type RootOf = (element: Element, name: string) => ShadowRoot | null;

/** Whether a document has shadow roots that are only declared, as where nothing made elements of them; browsers leave none in pages. */
export function declaresRoots(document: Document): boolean {
  return own(document, "querySelector").call(document, "template[shadowrootmode]") !== null;
}

/**
 * The flat tree: of a host its shadow root, also one that only a `<template shadowrootmode>` declares; of a slot what is put in
 * it; of a frame of the same origin its body. Undefined where an element's children are what stands in it.
 * @param name its local name
 * @param declared whether to look for declared roots at all: that is a look at every child of every element
 * @param host the nearest element with a declarative shadow root that `element` stands in
 */
export function contentOf(dom: Dom, element: Element, name: string, host: Element | undefined, declared: boolean, rootOf: RootOf = dom.shadowRoot): Content | undefined {
  const shadow = rootOf(element, name);
  if (shadow) return { first: shadow.firstChild };
  if (/^i?frame$/.test(name)) {
    const page = frameOf(element as HTMLIFrameElement);
    return { first: page, rest: [], isFrame: page !== null };
  }
  if (name === "slot") {
    const put = slotted(dom, element as HTMLSlotElement, host).reverse();
    const first = put.pop();
    if (first) return { first, rest: put, host: undefined };
  }
  const root = declared ? declaredRoot(dom, element) : undefined;
  return root && { first: root.firstChild, host: element };
}

function declaredRoot(dom: Dom, element: Element): DocumentFragment | undefined {
  for (let child = dom.firstElementChild(element); child; child = dom.nextElementSibling(child)) {
    if (dom.localName(child) === "template" && dom.attribute(child, "shadowrootmode") !== null) return (child as HTMLTemplateElement).content;
  }
  return undefined;
}

function slotted(dom: Dom, slot: HTMLSlotElement, host: Element | undefined): Node[] {
  if (host === undefined) return slot.assignedNodes?.({ flatten: true }) ?? [];
  const wanted = dom.attribute(slot, "name") ?? "";
  const put: Node[] = [];
  for (let node: Node | null = dom.firstChild(host); node; node = dom.nextSibling(node)) {
    const element = dom.nodeType(node) === 1 ? (node as Element) : undefined;
    if (element === undefined ? wanted === "" : dom.localName(element) !== "template" && (dom.attribute(element, "slot") ?? "") === wanted) put.push(node);
  }
  return put;
}

/** The body of a frame's page; nothing where it is of another origin, not loaded, or empty. */
function frameOf(frame: HTMLIFrameElement): Node | null {
  try {
    const page = frame.contentDocument;
    const body = page && own(page, "body");
    return body && own(body, "firstChild") && body;
  } catch {
    return null;
  }
}
