import type { Mark, Offer, ReaderHost, RuleStore, MarkStore, SiteRule } from "../../../web/src/reader/index.js";
import { toMarks } from "../../../web/src/reader/marks/mark.js";
import { sanitize } from "../../../web/src/reader/sanitize.js";
import type { ArticleNode } from "../../../web/src/types.js";
import { isConnected, message } from "../browser/runtime.js";
import type { MarkChange } from "../messages.js";
import { isOutdated, pageAddress } from "../site.js";
import { isRule } from "../store/rules.js";
import { copyText } from "./clipboard.js";
import { asPage } from "./as_page.js";
import { fetchImage } from "./images.js";
import { ask, askForFile, askForValue, RequestError, type Extracted } from "./request.js";
import { onReturn } from "./return.js";
import { saveFile } from "./save_file.js";
import { suggestSelector } from "./selector.js";
import type { SettingsOfPage } from "./settings.js";

/** What the reader gets from where it stands. */
export interface Surroundings {
  readonly settings: SettingsOfPage;
  /** Covers the page; connected. */
  readonly place: HTMLElement;
  close(): void;
  /** Tells what could not be stored, and what to do. */
  warn(message: string, offer?: Offer): void;
}

/** What the extension does for the reader over this page. */
export function makeHost(extracted: Extracted, { settings, place, close, warn }: Surroundings): ReaderHost {
  const openSettings = (): void => void ask({ type: "open-settings" }).catch((error: unknown) => console.error(error));
  const updated = message("updated"); // not to be had any more when it is to be said
  const stored = async (store: () => Promise<unknown>): Promise<void> => {
    try {
      await store();
    } catch (error) {
      // After the view has said that it failed: this says why, and what can be done. What there is no room for can be saved as long as the reader is open.
      if (!isConnected()) setTimeout(() => warn(updated));
      else if (error instanceof RequestError && error.reason === "full") setTimeout(() => warn(message("storeFull"), { name: message("makeRoom"), action: openSettings }));
      throw error;
    }
  };
  return {
    loadSettings: settings.load,
    saveSettings: settings.save,
    close,
    sanitize,
    loadMarkdown: (edited) => loadMarkdown(extracted, edited),
    copyText: (text) => copyText(text, place),
    ...(extracted.phrases && { phrases: extracted.phrases }),
    loadFont: async (file) => (await askForFile({ type: "load-font", file })).bytes.buffer,
    saveFile,
    fetchImage,
    marks: extracted.isPrivate ? passingMarks(extracted) : makeMarks(extracted, stored),
    ...(!extracted.isPrivate && { rules: makeRules(extracted, stored) }),
    openSettings,
  };
}

async function loadMarkdown({ page, kind, address }: Extracted, edited: ArticleNode | undefined): Promise<string> {
  // What a reader has chosen stays, as what they select does.
  const chosen = edited === undefined ? { page, kind } : { page: asPage(edited), kind: "selection" as const };
  const markdown = await askForValue({ type: "markdown", ...chosen, url: address });
  if (typeof markdown !== "string") throw new Error("no Markdown");
  return markdown;
}

/** What the article says is its address, unless that is the address of another page that was loaded here before. */
function canonicalOf({ article, address }: Extracted): string | null {
  const loaded = performance.getEntriesByType("navigation")[0]?.name;
  return article.url !== null && loaded !== undefined && isOutdated(article.url, loaded, address) ? null : article.url;
}

/** Highlights of private windows by the address of their page. */
const passing = new Map<string, readonly Mark[]>();

function passingMarks(extracted: Extracted): MarkStore {
  const page = pageAddress(extracted.address, canonicalOf(extracted));
  return { isPassing: true, load: () => Promise.resolve(passing.get(page) ?? []), save: (marks) => Promise.resolve(void passing.set(page, marks)) };
}

/** Does what stores something; says why it was not done. */
type Storing = (store: () => Promise<unknown>) => Promise<void>;

/** What changed is told, not what there is: the same article may be read in another tab. */
function makeMarks(extracted: Extracted, stored: Storing): MarkStore {
  const { title } = extracted.article;
  const canonical = canonicalOf(extracted);
  /** Each stored mark as JSON, by its id; undefined while it is not known how it is stored. */
  const known = new Map<string, string | undefined>();
  return {
    async load() {
      const marks = toMarks(await askForValue({ type: "load-marks", canonical }));
      known.clear();
      for (const mark of marks) known.set(mark.id, JSON.stringify(mark));
      return marks;
    },
    async save(marks) {
      const change = changeOf(known, marks);
      for (const { id } of change.changed) known.set(id, undefined);
      await stored(() => ask({ type: "change-marks", canonical, title, ...change }));
      for (const mark of change.changed) known.set(mark.id, JSON.stringify(mark));
      for (const id of change.removed) known.delete(id);
    },
    onChange: onReturn,
  };
}

function changeOf(before: ReadonlyMap<string, string | undefined>, after: readonly Mark[]): MarkChange {
  const ids = new Set(after.map(({ id }) => id));
  return {
    changed: after.filter((mark) => before.get(mark.id) !== JSON.stringify(mark)),
    removed: [...before.keys()].filter((id) => !ids.has(id)),
  };
}

function makeRules({ elements }: Extracted, stored: Storing): RuleStore {
  return {
    async list() {
      const rules = await askForValue({ type: "list-rules" });
      return Array.isArray(rules) ? rules.filter(isRule) : [];
    },
    add: (rule: SiteRule) => stored(() => ask({ type: "add-rule", rule })),
    remove: (rule: SiteRule) => stored(() => ask({ type: "remove-rule", rule })),
    suggest(place) {
      const element = elements[place];
      return element ? suggestSelector(element) : null;
    },
  };
}
