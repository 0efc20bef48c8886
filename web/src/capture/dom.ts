/**
 * How members of nodes are read while a page is walked: each is looked up once, on the prototypes of one element, and then called. That is
 * several times as fast as asking each node, and no element of the page can stand in for a member, as `<input name="childNodes">` can in
 * its form. Where an implementation of the DOM has a member on the nodes themselves (linkedom), it is read there.
 */
export interface Dom {
  readonly nodeType: (node: Node) => number;
  readonly firstChild: (node: Node) => ChildNode | null;
  readonly nextSibling: (node: Node) => ChildNode | null;
  readonly parentElement: (node: Node) => HTMLElement | null;
  readonly ownerDocument: (node: Node) => Document | null;
  readonly baseURI: (node: Node) => string;
  readonly textContent: (node: Node) => string | null;
  readonly localName: (element: Element) => string;
  readonly shadowRoot: (element: Element) => ShadowRoot | null;
  readonly firstElementChild: (element: Element) => Element | null;
  readonly nextElementSibling: (element: Element) => Element | null;
  readonly attributeNames: (element: Element) => readonly string[];
  readonly attribute: (element: Element, name: string) => string | null;
  readonly find: (element: Element, selector: string) => Element | null;
  /** Only to be asked where there is a layout (`shows` in rendering.ts): jsdom and linkedom have no such member. */
  readonly checkVisibility: (element: Element, options?: CheckVisibilityOptions) => boolean;
}

/** @param sample any element of the page */
export function domOf(sample: Element): Dom {
  return {
    nodeType: getter(sample, "nodeType"),
    firstChild: getter(sample, "firstChild"),
    nextSibling: getter(sample, "nextSibling"),
    parentElement: getter(sample, "parentElement"),
    ownerDocument: getter(sample, "ownerDocument"),
    baseURI: getter(sample, "baseURI"),
    textContent: getter(sample, "textContent"),
    localName: getter(sample, "localName"),
    shadowRoot: getter(sample, "shadowRoot"),
    firstElementChild: getter(sample, "firstElementChild"),
    nextElementSibling: getter(sample, "nextElementSibling"),
    attributeNames: method(sample, "getAttributeNames") as Dom["attributeNames"],
    attribute: method(sample, "getAttribute") as Dom["attribute"],
    find: method(sample, "querySelector") as Dom["find"],
    checkVisibility: method(sample, "checkVisibility") as Dom["checkVisibility"],
  };
}

/** A member as the nearest prototype that has it defines it. */
function defined(sample: object, name: string): PropertyDescriptor | undefined {
  for (let prototype = Object.getPrototypeOf(sample) as object | null; prototype; prototype = Object.getPrototypeOf(prototype) as object | null) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found) return found;
  }
  return undefined;
}

function getter<Of extends Node, Name extends keyof Of & string>(sample: Of, name: Name): (node: Node) => Of[Name] {
  const get = defined(sample, name)?.get as ((this: Node) => Of[Name]) | undefined;
  return get ? (node) => get.call(node) : (node) => (node as Of)[name];
}

type Method<Name extends keyof Element> = Element[Name] extends (...given: infer Given) => infer Answer ? (element: Element, ...given: Given) => Answer : never;

function method<Name extends keyof Element & string>(sample: Element, name: Name): Method<Name> | undefined {
  const call = defined(sample, name)?.value as ((this: Element, given?: unknown) => unknown) | undefined;
  return call && (((element: Element, given?: unknown) => call.call(element, given)) as Method<Name>);
}
