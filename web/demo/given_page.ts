/** A page as someone handed it over. */
export interface GivenPage {
  /** Bytes of a file: the core finds out the encoding. */
  readonly content: string | Uint8Array;
  /** Plain text whose blocks are lines. */
  readonly plain: boolean;
  /** Of the file. */
  readonly name?: string;
}

/** Whether text is the source of a page, and not what is to be read in it. */
export function isMarkup(text: string): boolean {
  return /^\s*</.test(text);
}

/** The address that a text is; undefined of any other text. */
export function addressIn(text: string): string | undefined {
  return /^\s*(https?:\/\/\S+)\s*$/.exec(text)?.[1];
}

/**
 * What was pasted or dropped. A file comes first; then an address, whatever stands beside it. Then text that looks like markup, as copied from an editor or from
 * "view source"; then the markup that browsers add when part of a page is copied; then text as it is.
 */
export async function pageFrom(data: DataTransfer): Promise<GivenPage | undefined> {
  const [file] = data.files;
  const text = data.getData("text/plain");
  const markup = data.getData("text/html");
  if (file !== undefined) {
    return { content: new Uint8Array(await file.arrayBuffer()), plain: isPlain(file), name: file.name };
  }
  if (isMarkup(text)) return { content: text, plain: false };
  if (markup.trim() !== "" && addressIn(text) === undefined) return { content: markup, plain: false };
  return text.trim() === "" ? undefined : { content: text, plain: true };
}

/** Systems do not know the media type of every file, Markdown's least. */
function isPlain({ type, name }: File): boolean {
  return /^text\/(plain|markdown|x-markdown)$/.test(type) || (type === "" && /\.(txt|text|md|markdown)$/i.test(name));
}
