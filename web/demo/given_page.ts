/** A page as someone handed it over. */
export interface GivenPage {
  /** Bytes of a file: the core finds out the encoding. */
  readonly content: string | Uint8Array;
  /** Plain text whose blocks are lines. */
  readonly plain: boolean;
  /** Of the file. */
  readonly name?: string;
}

/**
 * What was pasted or dropped. A file comes first. Then text that looks like markup, as copied from an editor or from
 * "view source"; then the markup that browsers add when part of a page is copied; then text as it is.
 */
export async function pageFrom(data: DataTransfer): Promise<GivenPage | undefined> {
  const [file] = data.files;
  const text = data.getData("text/plain");
  const markup = data.getData("text/html");
  if (file !== undefined) {
    return { content: new Uint8Array(await file.arrayBuffer()), plain: file.type === "text/plain", name: file.name };
  }
  if (/^\s*</.test(text)) return { content: text, plain: false };
  if (markup.trim() !== "") return { content: markup, plain: false };
  return text.trim() === "" ? undefined : { content: text, plain: true };
}
