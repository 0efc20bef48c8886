// What every environment runs: the pages go in, one digest of all articles comes out.

const outputs = ["html", "markdown", "text", "tree"];

/**
 * SHA-256 over the articles of all pages, as hexadecimal digits.
 * @param extract may be asynchronous
 * @param {[name: string, base64: string][]} pages
 */
export async function digestOf(extract, pages) {
  let all = "";
  for (const [name, base64] of pages) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    all += `${name} ${JSON.stringify(await extract(bytes, { url: `https://pages.example/${name}`, outputs, explain: true }))}\n`;
  }
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(all));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The digests by way of each entry that extracts. */
export async function digestsOf({ extract, inline, createPool }, pages) {
  const digests = { pith: await digestOf(extract, pages), inline: await digestOf(inline, pages) };
  if (createPool === undefined) return digests;
  const pool = createPool({ size: 2 });
  digests.worker = await digestOf(pool.extract, pages);
  pool.close();
  return digests;
}
