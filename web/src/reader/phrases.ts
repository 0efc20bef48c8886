// Every word that the view says, in one place.

export const phrases = {
  view: "Article in reader view",
  toolbar: "Reader",
  close: "Close",
  outline: "Outline",
  appearance: "Appearance",
  copy: "Copy as Markdown",
  print: "Print",
  copied: "Copied as Markdown",
  copyFailed: "The browser did not allow copying",
  theme: "Theme",
  font: "Font",
  size: "Text size",
  width: "Column width",
  untitled: "Untitled page",
  unsure: "This page does not look like one article, so parts may be missing.",
  empty: "No article was found on this page.",
  ledger: "Left out of the article",
  show: "Show in place",
  hide: "Hide again",
  restored: "Restored",
  table: "Table",
} as const;

/** Labels of the choices in the settings. */
export const choices: Readonly<Record<string, string>> = {
  auto: "Auto",
  light: "Light",
  sepia: "Sepia",
  dark: "Dark",
  serif: "Serif",
  sans: "Sans",
  mono: "Mono",
};

const reasons: Readonly<Record<string, string>> = {
  "low-score": "Does not read like the article",
  outside: "Stands apart from the article",
  title: "The headline again",
  byline: "The author line again",
  duplicate: "Repeats other text",
  hidden: "Not visible on the page",
  signup: "Asks you to sign up",
  newsletter: "Newsletter",
  app: "Advertises an app",
  related: "Other stories",
  trending: "Popular stories",
  live: "Live coverage elsewhere",
  share: "Share buttons",
  ad: "Advertisement",
  consent: "Cookie or consent notice",
  comment: "Comments",
  author: "About the author",
  copyright: "Copyright notice",
  translation: "Language choice",
  age: "How old the page is",
  updated: "When the page was updated",
  readtime: "Reading time",
  nav: "Navigation",
};

/** The reason of a removal in plain words; a code that is not known yet is at least readable. */
export function reasonInWords(code: string): string {
  return reasons[code] ?? code.charAt(0).toUpperCase() + code.slice(1).replaceAll("-", " ");
}

export function blocksHidden(count: number): string {
  return count === 1 ? "1 block hidden" : `${count} blocks hidden`;
}

export function minutesToRead(minutes: number): string {
  return `${minutes} min read`;
}
