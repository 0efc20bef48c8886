import { isFurniture } from "./furniture.js";
import { classAndId } from "./visibility.js";
import { walkElements } from "./walk.js";

const authorNames = /byline|author|dateline|writtenby|p-author/i;
const withoutText = new Set(["head", "script", "noscript", "style", "template", "svg", "math"]);
const longest = 100; // characters; more is a biography

/**
 * Takes the author's line out of a copy of the page, for pages whose metadata name none.
 * @returns the name where microdata tell it, else the line; `null` where there is none
 */
export function takeByline(root: Element): string | null {
  let line: Element | undefined;
  walkElements(root, (element) => {
    if (withoutText.has(element.localName)) return "over";
    if (namesAuthor(element)) {
      const { length } = (element.textContent ?? "").trim();
      if (length > 0 && length < longest) {
        line = element;
        return "stop";
      }
    }
    return element.localName !== "body" && element.localName !== "a" && isFurniture(element) && !isInData(element) ? "over" : "into";
  });
  if (line === undefined) return null;
  line.remove();
  return (line.querySelector('[itemprop*="name"]') ?? line).textContent?.trim() ?? null;
}

function namesAuthor(element: Element): boolean {
  if (element.getAttribute("rel") === "author") return true;
  return (element.getAttribute("itemprop") ?? "").includes("author") || authorNames.test(classAndId(element));
}

function isInData(element: Element): boolean {
  return element.closest("table, code") !== null;
}
