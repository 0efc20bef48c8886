// Videos that are embedded as frames. The core writes links in their places, but keeps images where they stand; so it is given
// an image for each, and the embed takes the image's place in the article again.

const placeholder = "https://embed.invalid/";
const selector = "iframe, embed, object, video, audio";

const videoHosts = [
  "(?:www\\.)?(?:youtube|youtube-nocookie|dailymotion|bilibili)\\.com",
  "player\\.vimeo\\.com|v\\.qq\\.com|live\\.bilibili\\.com|player\\.twitch\\.tv",
  "(?:www\\.)?archive\\.org|upload\\.wikimedia\\.org",
];
/** Hosts whose frames show a video, as a rule. */
export const defaultVideoRegex = new RegExp(`//(?:${videoHosts.join("|")})`, "i");

/**
 * Puts a placeholder in each video's place, and removes other embeds.
 * @param root a copy of the page
 * @returns by number, what each placeholder stands for
 */
export function hideEmbeds(root: Element, videos: RegExp, base: string): readonly Element[] {
  const embeds: Element[] = [];
  for (const element of root.querySelectorAll(selector)) {
    const address = addressOf(element, base);
    if (!root.contains(element)) continue;
    if (address === undefined || !(isMedia(element) || videos.test(address))) {
      element.remove(); // Readability keeps none but videos; the core would keep a link in its place
      continue;
    }
    const image = root.ownerDocument.createElement("img");
    image.setAttribute("src", placeholder + embeds.length);
    element.replaceWith(image);
    embeds.push(element);
  }
  return embeds;
}

/** The embed that an image of the article stands for, made anew with what a player needs and nothing else. */
export function showEmbed(source: string, embeds: readonly Element[], base: string): Element | undefined {
  if (!source.startsWith(placeholder)) return undefined;
  const embed = embeds[Number(source.slice(placeholder.length))];
  const address = embed === undefined ? undefined : addressOf(embed, base);
  if (embed === undefined || address === undefined) return undefined;
  const made = embed.ownerDocument.createElement(embed.localName);
  made.setAttribute(embed.localName === "object" ? "data" : "src", address);
  for (const name of ["width", "height", "title"]) copyAttribute(embed, made, name);
  if (embed.localName === "iframe") made.setAttribute("allowfullscreen", "");
  if (isMedia(embed)) made.setAttribute("controls", "");
  return made;
}

function copyAttribute(from: Element, to: Element, name: string): void {
  const value = from.getAttribute(name);
  if (value !== null) to.setAttribute(name, value);
}

function isMedia(element: Element): boolean {
  return element.localName === "video" || element.localName === "audio";
}

/** Where an embed's content lies, absolute; nothing that is not on the web. @param base may be empty */
function addressOf(element: Element, base: string): string | undefined {
  const source = element.getAttribute("src") ?? element.getAttribute("data") ?? element.querySelector("source[src]")?.getAttribute("src");
  if (!source || !URL.canParse(source, base || undefined)) return undefined;
  const address = new URL(source, base || undefined);
  return /^https?:$/.test(address.protocol) ? address.href : undefined;
}
