import { own } from "../own.js";

/** Makes an element with attributes and children, node by node: nothing here is ever parsed as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  page: Document,
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = page.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name] as string);
  made.append(...children);
  return made;
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** A 24-unit line icon from the data of its path; decoration only, the control beside it carries the name. */
export function icon(page: Document, path: string): SVGElement {
  const svg = page.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = page.createElementNS(svgNamespace, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** A document that shows nothing, loads nothing, and has no element of the page in it. */
export function makeInert(page: Document): Document {
  return own(page, "implementation").createHTMLDocument("");
}
