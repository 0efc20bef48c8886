import { walkElements } from "./walk.js";

const manyTries = 50; // texts that begin like the one that is looked for; a page could be made of them

/**
 * The element of the page (a copy of it, below `root`) with the same text as a paragraph of the article, white space aside.
 * Found from the text's first words on, since to ask every element for its text takes long on deep pages.
 */
export function sourceOf(root: Element, paragraph: Element): Element | undefined {
  const wanted = letters(paragraph);
  let found: Element | undefined;
  let tries = 0;
  if (wanted === "") return undefined;
  walkElements(root, (element) => {
    if (element.localName === "head") return "over";
    const start = firstLetters(element);
    if (start === "" || !wanted.startsWith(start)) return "into";
    for (let around: Element | null = element; around !== null; around = around.parentElement) {
      const text = letters(around);
      if (text === wanted) found = around;
      if (text === wanted || !wanted.startsWith(text)) break;
    }
    return found !== undefined || ++tries === manyTries ? "stop" : "into";
  });
  return found;
}

/** The text direction that the page states for the part of it where the article stands. */
export function directionOf(root: Element, content: Element): string | null {
  const [paragraph] = [...content.querySelectorAll("p")].sort((a, b) => lengthOf(b) - lengthOf(a));
  const source = paragraph === undefined ? undefined : sourceOf(root, paragraph);
  const around = source?.parentElement ?? root.querySelector("body") ?? root;
  return around.closest('[dir]:not([dir=""])')?.getAttribute("dir") ?? null;
}

/** The first paragraph as the page writes it, line breaks of its source and all. */
export function firstParagraph(root: Element, content: Element): string | undefined {
  const paragraph = [...content.querySelectorAll("p")].find((one) => letters(one) !== "");
  if (paragraph === undefined) return undefined;
  return (sourceOf(root, paragraph) ?? paragraph).textContent?.trim();
}

/** Of the text that an element has itself, what comes first. */
function firstLetters(element: Element): string {
  for (const node of element.childNodes) {
    const text = node.nodeType === 3 ? letters(node) : "";
    if (text !== "") return text;
  }
  return "";
}

function letters(node: Node): string {
  return (node.textContent ?? "").replace(/\s+/g, "");
}

function lengthOf(element: Element): number {
  return element.textContent?.length ?? 0;
}
