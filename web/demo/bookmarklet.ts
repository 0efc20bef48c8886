const firefoxLimit = 65_536; // characters of a bookmark's address

/** Puts the built bookmarklet into its link, to be dragged from there, and says whether this browser can keep it. */
export async function offerBookmarklet(link: HTMLAnchorElement, note: HTMLElement): Promise<void> {
  try {
    const response = await fetch("/bookmarklet/pith.url.txt");
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const url = (await response.text()).trim();
    link.href = url;
    const length = url.length.toLocaleString("en");
    const limit = firefoxLimit.toLocaleString("en");
    if (url.length > firefoxLimit) {
      note.textContent = `It has ${length} characters; Firefox keeps only ${limit} of a bookmark, so take the extension there.`;
    } else {
      note.textContent = `${length} characters, with the engine in them. Firefox keeps up to ${limit}.`;
    }
  } catch {
    link.hidden = true;
    note.textContent = "It is not built yet: npm run build.";
  }
}
