/** Pages on this computer are one site. */
export const filesSite = "file";

/** What rules and permissions are kept by: the host without its port; null for pages that are of no site, such as the browser's own. */
export function siteOf(url: string): string | null {
  const { protocol, hostname } = parse(url) ?? {};
  if (protocol === "file:") return filesSite;
  return (protocol === "http:" || protocol === "https:") && hostname ? hostname : null;
}

/** A site as a person may write it, or its address; null where it is none. */
export function siteFrom(text: string): string | null {
  const written = text.trim();
  return siteOf(written) ?? (/^[^\s/@]+$/.test(written) ? siteOf(`https://${written}/`) : null);
}

/** Whether it is as `siteOf` gives it. */
export function isSite(value: unknown): value is string {
  return typeof value === "string" && (value === filesSite || siteOf(`https://${value}/`) === value);
}

/**
 * The address that highlights of a page are kept by, without its fragment.
 * @param canonical what the page says it is; not believed beyond its own origin, nor where every page of a site calls itself its front page
 */
export function pageAddress(url: string, canonical: string | null): string {
  const page = parse(url);
  const named = canonical === null ? undefined : parse(canonical, url);
  const isOwn = named && page && named.origin === page.origin && named.origin !== "null" && (!isFrontPage(named.href) || page.pathname === "/");
  const chosen = isOwn ? named : page;
  return (chosen?.href ?? url).replace(/#.*/s, "");
}

/**
 * Whether a page that became another without being loaded still says that it is the one it was.
 * @param loaded the address that was loaded
 * @param url the address now
 */
export function isOutdated(canonical: string, loaded: string, url: string): boolean {
  return isAddressOf(canonical, loaded) && !isAddressOf(canonical, url);
}

/** Canonical addresses lack parameters that others have. */
function isAddressOf(canonical: string, url: string): boolean {
  const [named, page] = [parse(canonical, url), parse(url)];
  if (!named || !page || named.origin !== page.origin) return false;
  const pathOf = ({ pathname }: URL): string => pathname.replace(/\/$/, "");
  return pathOf(named) === pathOf(page) && [...named.searchParams].every(([name, value]) => page.searchParams.getAll(name).includes(value));
}

/** The front page of a site is a list of articles, not one. */
export function isFrontPage(url: string): boolean {
  const { pathname, search } = parse(url) ?? {};
  return pathname === "/" && search === "";
}

function parse(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
