// What an output may hold. docs/security.md says it to people, and is where it is read from.

import { readFileSync } from "node:fs";

const page = readFileSync(new URL("../../docs/security.md", import.meta.url), "utf8");

/** The words of the line of docs/security.md that begins with a name: `- **Elements**: …`. */
function listed(name) {
  const line = page.split("\n").find((text) => text.startsWith(`- **${name}**: `));
  if (line === undefined) throw new Error(`docs/security.md lists no ${name}`);
  return [...line.matchAll(/`([^`]+)`/g)].flatMap(([, words]) => words.split(" "));
}

export const documented = { elements: listed("Elements"), attributes: listed("Attributes"), math: listed("MathML elements"), mathAttributes: listed("MathML attributes") };

/** What micromark adds for check lists, footnotes and columns. */
const ofRenderer = {
  elements: ["input", "section", "h2"],
  attributes: ["checked", "disabled", "align", "aria-describedby", "aria-label", "data-footnote-ref", "data-footnote-backref", "data-footnotes"],
};

/** What the view adds: its own header and footer, and the frame around wide tables. */
const view = {
  ...documented,
  elements: [...documented.elements, "div", "h1", "footer", "button"],
  attributes: [...documented.attributes, "data-pith-block", "data-pith-element", "data-later", "loading", "role", "tabindex", "aria-label"],
  mathAttributes: [...documented.mathAttributes, "data-later"],
  idPrefix: "a-pith-",
  rel: true,
};

export const lists = {
  html: { ...documented, idPrefix: "pith-", rel: true },
  markdown: { ...documented, elements: [...documented.elements, ...ofRenderer.elements], attributes: [...documented.attributes, ...ofRenderer.attributes], idPrefix: "user-content-" },
  view,
  /** A tree that is not the core's may have what the view holds for harmless, too. */
  hostile: { ...view, elements: [...view.elements, ..."section b i s u small wbr col colgroup rb rtc".split(" ")], attributes: [...view.attributes, "width", "height"], idPrefix: "a-", anyData: true },
};
