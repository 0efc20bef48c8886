import type { Article } from "/pith/index.js";
import { chooseLanguage, languages, loadPhrases } from "../src/reader/languages.js";
import { sanitize } from "../src/reader/sanitize.js";
import { allFeatures, mountReader, type Reader, type ReaderHost, type ReaderSettings } from "../src/reader/index.js";

const tabs = ["reader", "markdown", "text", "html", "json"] as const;
type Tab = (typeof tabs)[number];

const storageKey = "pith-reader";

let reader: Reader | undefined;
let shown: Article | undefined;

/** Shows an article in the tabs; the reader view first. */
export async function showResult(article: Article, milliseconds: number, name?: string): Promise<void> {
  const section = byId("result");
  const { tree: _tree, ...json } = article; // a view's own material, and as long as the rest together
  const texts: Record<Exclude<Tab, "reader">, string> = {
    markdown: article.markdown ?? "",
    text: article.text ?? "",
    html: article.html ?? "",
    json: JSON.stringify(json, null, 2),
  };
  for (const tab of tabs) if (tab !== "reader") byId(`output-${tab}`).textContent = texts[tab];

  section.hidden = false;
  byId("facts").textContent = [
    name,
    `${article.wordCount.toLocaleString("en")} words`,
    `${Math.round(article.confidence * 100)} % sure`,
    `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`,
  ]
    .filter(Boolean)
    .join(" · ");
  choose("reader");
  shown = article;
  await showReader();
  section.scrollIntoView({ block: "start" });
}

/** The view of the article that was last shown, in the chosen language. */
async function showReader(): Promise<void> {
  const article = shown;
  const phrases = await loadPhrases(byId<HTMLSelectElement>("language").value);
  if (article === undefined || article !== shown) return; // another came in between
  reader?.destroy();
  reader = mountReader(byId("output-reader"), article, { ...host, phrases }, allFeatures);
}

/** Offers the languages of the reader by the names that they give themselves. */
export function prepareLanguages(): void {
  const select = byId<HTMLSelectElement>("language");
  for (const language of languages) select.append(new Option(new Intl.DisplayNames(language, { type: "language" }).of(language), language));
  select.value = chooseLanguage();
  select.addEventListener("change", () => void showReader());
}

const host: ReaderHost = {
  loadSettings: async () => JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Partial<ReaderSettings>,
  saveSettings: async (settings) => localStorage.setItem(storageKey, JSON.stringify(settings)),
  copyText: (text) => navigator.clipboard.writeText(text),
  sanitize,
  close() {
    reader?.destroy();
    reader = undefined;
    shown = undefined;
    byId("result").hidden = true;
    byId("source").focus();
    window.scrollTo({ top: 0 });
  },
};

function choose(chosen: Tab): void {
  for (const tab of tabs) {
    const button = byId(`tab-${tab}`);
    button.setAttribute("aria-selected", String(tab === chosen));
    button.tabIndex = tab === chosen ? 0 : -1;
    byId(`output-${tab}`).hidden = tab !== chosen;
  }
}

/** Makes the tabs work by mouse and, as tabs do, by arrow keys. */
export function prepareTabs(): void {
  tabs.forEach((tab, index) => {
    const button = byId(`tab-${tab}`);
    button.addEventListener("click", () => choose(tab));
    button.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      if (step === 0 || next === undefined) return;
      choose(next);
      byId(`tab-${next}`).focus();
    });
  });
  // A link of the article must not take the visitor, and what was pasted, away.
  byId("output-reader").addEventListener("click", (event) => {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (event.defaultPrevented || link === undefined) return;
    event.preventDefault();
    window.open(link.href, "_blank", "noopener");
  });
}

function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  return document.getElementById(id) as Type;
}
