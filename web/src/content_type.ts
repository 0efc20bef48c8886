/** What a `content-type` says; `""` where it does not. */
export interface ContentType {
  /** In lower case, without parameters. */
  readonly type: string;
  readonly charset: string;
}

/** Reads the value of a `content-type`. */
export function parseContentType(value: string): ContentType {
  const [, type = ""] = /^\s*([^\s;,]*)/.exec(value) ?? []; // commas join fields that were sent twice
  return { type: type.toLowerCase(), charset: /;\s*charset\s*=\s*"?([^";,\s]+)/i.exec(value)?.[1] ?? "" };
}

/** HTML, or not said: what a page is among all that a site sends, such as feeds and files. */
export function isHtml(type: string): boolean {
  return ["", "text/html", "application/xhtml+xml"].includes(type);
}

/** Also the types that servers give pages by mistake: what somebody asks for as a page is one, unless it plainly says otherwise. */
export function mayBeHtml(type: string): boolean {
  return isHtml(type) || ["text/xml", "application/xml", "application/octet-stream"].includes(type);
}

export function isPlainText(type: string): boolean {
  return type === "text/plain" || type === "text/markdown";
}
