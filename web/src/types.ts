/** What Pith says of a page, as plain data: it survives `structuredClone` and `JSON.stringify`. */
export interface Article {
  /** The headline without the site's name; `""` where the page has none. */
  readonly title: string;
  /** The authors as people read them. */
  readonly byline: string | null;
  /** The authors, one name each. */
  readonly authors: readonly string[];
  /** ISO 8601, a date or a time, as precise as the page gives it; `null` where only people can read it. */
  readonly publishedTime: string | null;
  /** The same as the page writes it. */
  readonly publishedText: string | null;
  readonly modifiedTime: string | null;
  readonly modifiedText: string | null;
  /** BCP 47 tag. */
  readonly lang: string | null;
  /** `"text"`: read from the text, since the page declares no language or plainly a false one. */
  readonly langSource: "page" | "text" | null;
  readonly dir: "ltr" | "rtl" | null;
  readonly siteName: string | null;
  readonly excerpt: string | null;
  /** Canonical address, absolute. */
  readonly url: string | null;
  /** Lead image, absolute. */
  readonly image: string | null;
  readonly favicon: string | null;
  /** The part of the site that the article belongs to. */
  readonly section: string | null;
  readonly tags: readonly string[];
  /** An address, or the page's words. */
  readonly licence: string | null;
  /** Words of `text`; a CJK character counts as one. */
  readonly wordCount: number;
  /** Rounded up; 0 only where there is nothing to read. */
  readonly readingMinutes: number;
  /** 0..1: how sure the selection is. */
  readonly confidence: number;
  /** What the page is for; `null` where it has no text to tell by. */
  readonly pageType: PageTypeGuess | null;
  /**
   * Codes of what was cut for a limit, such as `"depth-limit"`, `"no-content"`, or `"text-from-data"`: the page shows no article, or but its
   * start, and this one is from the data of its scripts. Empty when all is well.
   */
  readonly warnings: readonly string[];
  /** Articles that the page holds beside this one, as under a page that scrolls on to the next. */
  readonly others: readonly OtherArticle[];
  /** Allow-listed `<article>` with title and byline. */
  readonly html?: string;
  /** The same as CommonMark with GFM's tables, check lists, footnotes and alerts; formulas as TeX between dollar signs. */
  readonly markdown?: string;
  /** The body alone: blocks parted by blank lines, without title, byline and captions. */
  readonly text?: string;
  /** The same as nested arrays, for a view that builds DOM nodes itself. */
  readonly tree?: ArticleNode;
  /** With `explain`: every block that was left out, in page order. */
  readonly removed?: readonly Removal[];
}

/** Text, or `[tag, attributes, ...children]`; tags and attributes come from Pith's allow-list only. */
export type ArticleNode = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, ...children: ArticleNode[]];

/** An article that a page holds beside the one that it is about. */
export interface OtherArticle {
  readonly title: string;
  /** Where its headline leads, absolute. */
  readonly url: string | null;
  /** The page's element that holds it, counted as `data-pith-element` is. */
  readonly element: number;
}

/** A block of the page that is not in the article, and why. */
export interface Removal {
  /** A code such as `"related"`; docs/receipts.md lists them. */
  readonly reason: string;
  readonly text: string;
  /**
   * How many kept blocks stand before it. A kept block carries `data-pith-block="N"`, N counted from 0, in `tree`, and
   * `data-pith-element="M"`: it was the page's M-th element in document order, counted from 0.
   */
  readonly before: number;
  /** The page's block element that it stands in, counted as `data-pith-element` is. */
  readonly element: number;
  /** Probability that it is content, 0..1. */
  readonly score: number;
  /** With the option `ranges`: where it stands in the page, begin and end; absent where that is not known. */
  readonly range?: readonly [begin: number, end: number];
}

export type PageType = "article" | "forum" | "product" | "collection" | "listing" | "documentation" | "service";

export interface PageTypeGuess {
  readonly type: PageType;
  /** 0..1; 1 where the option `pageType` said so. */
  readonly probability: number;
}

export type OutputName = "html" | "markdown" | "text" | "tree";

export type DefaultOutputs = readonly ["html", "markdown", "text"];

/** An article with the renderings that were asked for. Where the types do not tell which these are, each may be missing. */
export type ArticleWith<Outputs extends readonly OutputName[]> = Outputs extends unknown
  ? number extends Outputs["length"]
    ? Article
    : Article & Required<Pick<Article, Outputs[number]>>
  : never;

/** What one page may cost: positive whole numbers. docs/security.md says what happens past each, and what holds without. */
export interface Limits {
  /** A larger page is refused with `input-too-large`: bytes are counted as they come, a string in UTF-8. */
  readonly bytes?: number;
  /** Open elements; deeper tags are left out, their text stays. */
  readonly depth?: number;
  /** Tags and comments, or lines of plain text, before the page is cut. */
  readonly nodes?: number;
  /** Attributes before the page is cut. */
  readonly attributes?: number;
  /** Bytes of each rendering in UTF-8, front matter aside; blocks at the article's end are left out until it fits. */
  readonly outputBytes?: number;
  /** A time budget that is the same on every machine: a byte costs 1, a tag 32, an attribute 8. The page is cut where it is spent. */
  readonly work?: number;
}

/** Which error weighs more: both alike, something too much, or something missing. */
export type ExtractionMode = "balanced" | "precision" | "recall";

/** What a user knows of a site, as CSS selectors; docs/api.md says which are understood. */
export interface SiteRules {
  /** What stays whatever Pith thinks of it. */
  readonly keep?: string | readonly string[];
  /** What goes; outranks `keep`. */
  readonly remove?: string | readonly string[];
  /** The article is in here; a page without it counts whole, with the warning `"root-not-found"`. */
  readonly root?: string | readonly string[];
}

export interface ExtractOptions<Outputs extends readonly OutputName[] = readonly OutputName[]> {
  /** Where the page came from; relative links are resolved against it. */
  readonly url?: string;
  /** Label of the encoding from the transport; only for byte input. A byte order mark outranks it. */
  readonly charset?: string;
  /** What the page is for, where the caller knows: readers' comments stay on a forum and go elsewhere. Without it, Pith tells by the page. */
  readonly pageType?: PageType;
  /** Renderings wanted; default `["html", "markdown", "text"]`. */
  readonly outputs?: Outputs;
  /** Default `"balanced"`. */
  readonly mode?: ExtractionMode;
  readonly rules?: SiteRules;
  /** Class names of the page that `html` and `tree` keep; `true`: all. Default: none. */
  readonly keepClasses?: boolean | readonly string[];
  /** `false`: links become their text. */
  readonly links?: boolean;
  /** `false`: without images and their captions. */
  readonly images?: boolean;
  /** `false`: without tables of data. */
  readonly tables?: boolean;
  /** `true`: what readers say of the article stays. Default `false`. */
  readonly comments?: boolean;
  /** Fill `removed`. */
  readonly explain?: boolean;
  /**
   * Say where in the page each block stands: `data-pith-range="BEGIN-END"` in `tree`, `range` in `removed`. Counted in bytes where the page came as
   * bytes, else in UTF-16 units, as `slice` counts; from the beginning of the block's first text or image to the end of its last. Not of documents
   * and elements, which have `data-pith-element`, nor of encodings other than UTF-8, UTF-16 and windows-1252.
   */
  readonly ranges?: boolean;
  /** Begin `markdown` with the metadata as YAML. */
  readonly frontMatter?: boolean;
  /** What the page may cost; past a limit the result is a partial article with a warning, or for `bytes` an error. */
  readonly limits?: Limits;
}
