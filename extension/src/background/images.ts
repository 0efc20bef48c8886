import { mayRead } from "../browser/permissions.js";
import type { SentAnswer } from "../messages.js";
import { fileAnswer } from "./files.js";
import { readPicture } from "../pictures.js";
import { siteOf } from "../site.js";
import { wishes } from "../store/sites.js";

/**
 * Gets a picture of an article that its page may not read, for a file that is being saved: only from sites that the person allowed Pith to
 * read, and without cookies.
 */
export async function fetchImage(url: string): Promise<SentAnswer> {
  const site = siteOf(url);
  if (site === null || !(await wishes()).pictures || !(await mayRead(site))) return { type: "failed", reason: "refused" };
  const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(20_000) });
  return fileAnswer(await readPicture(response));
}
