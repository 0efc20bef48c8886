/** Defuddle's options; docs/compatibility.md says what each does here. */
export interface DefuddleOptions {
  /** Add `debug`: what was left out and why. */
  debug?: boolean;
  /** The page's address. */
  url?: string;
  /** `content` is Markdown. */
  markdown?: boolean;
  /** Add `contentMarkdown`. */
  separateMarkdown?: boolean;
  /** Leave images out. */
  removeImages?: boolean;
  /** CSS selector of the element that holds the article; looked up in documents only. */
  contentSelector?: string;
  /** No effect, like those that follow: the model weighs what Defuddle decides in steps. */
  removeExactSelectors?: boolean;
  removePartialSelectors?: boolean;
  removeHiddenElements?: boolean;
  removeLowScoring?: boolean;
  removeSmallImages?: boolean;
  removeContentPatterns?: boolean;
  standardize?: boolean;
  includeReplies?: boolean | "extractors";
  /** No effect, like those that follow: Pith never asks the network. */
  useAsync?: boolean;
  language?: string;
  fetch?: unknown;
  /** No effect: there are no steps to time. */
  profile?: boolean;
}
