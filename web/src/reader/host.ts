/** What the place that shows the reader (extension, bookmarklet, demo) supplies; the view itself touches no browser API but the DOM. */
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
  /** Copies text; absent where the place has no clipboard. */
  copyText?(text: string): Promise<void>;
}

export interface ReaderSettings {
  readonly theme: "auto" | "light" | "sepia" | "dark";
  /** Text size in px. */
  readonly size: number;
  /** Width of the column in em. */
  readonly width: number;
  readonly font: "serif" | "sans" | "mono";
}
