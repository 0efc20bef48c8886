import type { MetaTag } from "./page_facts.js";

/** What was left out, in the form of Defuddle's debug output. */
export interface DebugRemoval {
  readonly step: string;
  readonly reason: string;
  readonly text: string;
}

/** The fields of Defuddle's answer. Texts that the page does not have are `""`. */
export interface DefuddleResponse {
  /** The article as harmless HTML, or with `markdown` as Markdown; without headline and author. */
  content: string;
  /** With `separateMarkdown`. */
  contentMarkdown?: string;
  title: string;
  description: string;
  /** The host of the page's address, without `www.`. */
  domain: string;
  favicon: string;
  image: string;
  language: string;
  /** Milliseconds. */
  parseTime: number;
  published: string;
  author: string;
  site: string;
  /** All JSON-LD items of the page. */
  schemaOrgData: readonly unknown[];
  metaTags: readonly MetaTag[];
  wordCount: number;
  /** With `debug`. */
  debug?: { readonly contentSelector: string; readonly removals: readonly DebugRemoval[] };
}
