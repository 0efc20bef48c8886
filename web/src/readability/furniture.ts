import { classAndId } from "./visibility.js";

/** Parts of class names and ids that pages give to what stands around an article … */
const furniture = new RegExp(
  [
    "banner|sponsor|-ad-|ad-slot",
    "breadcrumb|menu|navbar|pagination|pager",
    "comment|community|disqus|replies|respond",
    "consent|cookie|gdpr|newsletter|popup",
    "footer|header|masthead|sidebar|supplement",
    "recommend|related|rss|social",
  ].join("|"),
  "i",
);
/** … unless one of these says that the article is in there too. */
const content = /article|body|column|content|main/i;

/** Whether an element's names say that it stands around the article, not in it. */
export function isFurniture(element: Element): boolean {
  const names = classAndId(element);
  return furniture.test(names) && !content.test(names);
}
