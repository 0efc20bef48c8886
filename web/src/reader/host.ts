import type { ArticleNode } from "../types.js";
import type { PhraseTable } from "./phrases.js";
import type { ReaderSettings } from "./settings.js";

/**
 * What the place that shows the reader (extension, bookmarklet, demo) supplies; the view itself touches no browser API but the DOM.
 * A feature that needs a member which is absent does not show itself.
 */
export interface ReaderHost {
  /** Settings as they were last saved; `{}` the first time. Rejections are survived: the defaults are used. */
  loadSettings(): Promise<Partial<ReaderSettings>>;
  saveSettings(settings: ReaderSettings): Promise<void>;
  /** Closes the view and gives the page back. */
  close(): void;
  /**
   * Takes out of the article's elements whatever could act, should core and view ever let it through. They stand in a document
   * that shows nothing, so nothing has acted yet. Absent where the place has no room for a sanitizer.
   */
  sanitize?(body: HTMLElement): void;
  /**
   * The article as Markdown, for places that make it only when it is wanted; asked for where `article.markdown` is absent.
   * @param edited the tree as the reader has changed it by removing blocks or putting them back; then `article.markdown` is not enough
   */
  loadMarkdown?(edited?: ArticleNode): Promise<string>;
  /** Copies text; absent where the place has no clipboard. */
  copyText?(text: string): Promise<void>;
  /** The words of the view in another language than English: one of the files in `locales/`. */
  readonly phrases?: PhraseTable;
  /** A font file that the place ships, one of `appearance/faces.json`. Its bytes: pages may forbid to load fonts by address. */
  loadFont?(file: string): Promise<ArrayBuffer>;
  /** Lets the user keep a file. */
  saveFile?(file: ReaderFile): Promise<void>;
  /** An image of the article, for files that hold all they show; rejects where the place may not fetch it. */
  fetchImage?(url: string): Promise<Blob>;
  /** Highlights and notes of this page's article. */
  readonly marks?: MarkStore;
  /** What the user wants kept and removed on this site. */
  readonly rules?: RuleStore;
  /** Opens the page with all options. */
  openSettings?(): void;
  /** Reads aloud; the window's own where absent. */
  readonly speech?: SpeechSynthesis;
}

export interface ReaderFile {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly content: Blob;
}

export interface MarkStore {
  /** As they were last saved, or anything else: what comes from a store is checked. */
  load(): Promise<unknown>;
  /** Of two saves the later one holds; they overlap only where the view is closed, or its page left, while one is under way. */
  save(marks: readonly Mark[]): Promise<void>;
  /**
   * Calls when what is stored may have been changed elsewhere, so that it is loaded anew.
   * @returns what ends that
   */
  onChange?(listener: () => void): () => void;
  /** What is saved lasts until the page is left, as in a private window; the view says so. */
  readonly isPassing?: boolean;
}

/** A highlighted passage, found again by its words and where they stood. */
export interface Mark {
  readonly id: string;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  /** UTF-16 offsets in the text of the article's body. */
  readonly position: { readonly start: number; readonly end: number };
  readonly colour: string;
  readonly note: string;
  /** ISO 8601. */
  readonly created: string;
}

/** A rule of this site; the core heeds it the next time. */
export interface SiteRule {
  readonly verdict: "keep" | "remove";
  /** CSS, as far as docs/api.md says. */
  readonly selector: string;
}

export interface RuleStore {
  list(): Promise<readonly SiteRule[]>;
  /** In place of the rule for the same selector, if there is one. */
  add(rule: SiteRule): Promise<void>;
  remove(rule: SiteRule): Promise<void>;
  /** A selector that fits the page's M-th element and those like it on the site; null where there is none. */
  suggest(element: number): SiteRule["selector"] | null;
}

export type { ReaderSettings };
