/** The module that Emscripten makes of wasm/embind.cpp: what JavaScript sees of the core. */
export interface PithModule {
  /** A view of `size` bytes in the module's memory to write the page into; valid until the next call. */
  input(size: number): Uint8Array;
  /** Extracts the page that was written; a view of UTF-8 JSON, valid until the next call. */
  extract(options: CoreOptions): Uint8Array;
  /** Views of what `extract` made with `textsApart`, UTF-8, valid until the next page is written. */
  html(): Uint8Array;
  markdown(): Uint8Array;
  text(): Uint8Array;
  /** Whether the page that was written is likely to have an article; a view of UTF-8 JSON, valid until the next call. */
  isProbablyReadable(options: CoreOptions): Uint8Array;
  version(): string;
}

/** Every field is required: Embind value objects have no optional ones. */
export interface CoreOptions {
  url: string;
  charset: string;
  /** Empty: to be told. */
  pageType: string;
  /** Selector lists. */
  keep: string;
  remove: string;
  root: string;
  /** Parted by white space; `"*"`: all. */
  keepClasses: string;
  /** `pith::Mode`: 0 balanced, 1 precision, 2 recall. */
  mode: number;
  /** `pith::Unit`: 0 none, 1 bytes, 2 UTF-16 units. */
  ranges: number;
  /** The input is the stream of web/src/capture/snapshot.ts. */
  snapshot: boolean;
  plain: boolean;
  explain: boolean;
  frontMatter: boolean;
  html: boolean;
  markdown: boolean;
  text: boolean;
  tree: boolean;
  links: boolean;
  images: boolean;
  tables: boolean;
  comments: boolean;
  /** Whether HTML, Markdown and text are not in the JSON, where `""` stands for each, but in views of their own. */
  textsApart: boolean;
  limits: CoreLimits;
}

/** What `Limits` in pith.h says; 0 where the core's own limit shall hold. */
export interface CoreLimits {
  bytes: number;
  depth: number;
  nodes: number;
  attributes: number;
  outputBytes: number;
  work: number;
}

export default function createPithModule(init: {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void): object;
}): Promise<PithModule>;
