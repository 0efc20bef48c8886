export { epubFile } from "./export/epub_file.js";
export { htmlFile } from "./export/html_file.js";
export { markdownFile } from "./export/markdown_file.js";
export type { ByteSource, ExportedFile, ExportOptions, ExportWords, MarkedPassage, PicturedExportOptions } from "./export/options.js";
export { PithError, type PithErrorCode } from "./errors.js";
