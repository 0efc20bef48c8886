import type { Article } from "../types.js";
import type { ReaderHost } from "./host.js";
import type { Shortcut } from "./keys.js";
import type { Phrases } from "./phrases.js";
import type { ReaderSettings } from "./settings.js";
import type { Toolbar } from "./toolbar.js";

/** What a feature of the reader has to work with. */
export interface ReaderView {
  /** Makes elements: nothing in it shows or loads, and no element of the page can stand in for its members. */
  readonly page: Document;
  /** All of the view; what is appended to it floats over the article. */
  readonly element: HTMLElement;
  /** What scrolls: the article stands in it, the toolbar does not. */
  readonly scroller: HTMLElement;
  /** The `<article>`: header, body, footer. */
  readonly text: HTMLElement;
  /** The article's blocks; `aria-busy` as long as some are still to come. */
  readonly body: HTMLElement;
  /**
   * Has those that are still to come come now. To be called before anything is looked for in the article, unless somebody has just used the view
   * (pressed a key, clicked, printed): then it has been called.
   */
  whole(): void;
  /** Calls with what holds new blocks, before they are to be seen: at once, and once more where some come later. */
  onBlocks(action: (holder: ParentNode) => void): void;
  readonly footer: HTMLElement;
  readonly toolbar: Toolbar;
  readonly article: Article;
  readonly host: ReaderHost;
  readonly phrases: Phrases;
  readonly settings: LiveSettings;
  /** Adds to the line below the title. */
  addFact(fact: HTMLElement): void;
  /** A feature brings its own style sheet, which goes when the view goes. */
  addStyle(css: string): void;
  /** Every shortcut of the view, for the list of them. */
  readonly shortcuts: readonly Shortcut[];
  /**
   * Hears a key, unless something is being typed.
   * @param key as `KeyboardEvent.key`, letters small, `"mod+"` before it where Ctrl (or ⌘) is held
   * @param action false: it was not its turn, the next one with this key is asked
   * @param description for the list of shortcuts
   */
  onKey(key: string, action: () => boolean | void, description?: string): void;
  /** Called once, when the view is on the screen and has a layout. */
  onOpen(action: () => void): void;
  /** Called when the view is taken away. */
  onClose(cleanup: () => void): void;
  /** Says something in passing, aloud too; `offer` is a button beside it, such as "Undo". */
  say(message: string, offer?: Offer): void;
}

export interface Offer {
  readonly name: string;
  readonly action: () => void;
}

/** A part of the reader: a function that adds itself to the view. None knows of another. */
export type ReaderFeature = (view: ReaderView) => void;

export interface LiveSettings {
  readonly current: ReaderSettings;
  /** Calls at once with the settings as they are, and again after each change. */
  onChange(listener: (settings: ReaderSettings) => void): void;
  /** Shows the change and keeps it. */
  change(changed: Partial<ReaderSettings>): void;
}
