import { epubFile } from "../../export/epub_file.js";
import { htmlFile } from "../../export/html_file.js";
import { markdownFile } from "../../export/markdown_file.js";
import type { ExportedFile, PicturedExportOptions } from "../../export/options.js";
import { own } from "../../own.js";
import type { Article } from "../../types.js";
import { editedTree } from "../edited_tree.js";
import { element, icon } from "../element.js";
import { toMarks } from "../marks/mark.js";
import type { PhraseKey } from "../phrases.js";
import type { ReaderView } from "../view.js";
import css from "./keep.css" with { type: "text" };

const keepIcon = "M12 4v11M7.500 10.500L12 15l4.500-4.500M5 19h14";
const icons = {
  copy: "M9 9V5a1 1 0 011-1h9a1 1 0 011 1v9a1 1 0 01-1 1h-4M5 9h9a1 1 0 011 1v9a1 1 0 01-1 1H5a1 1 0 01-1-1v-9a1 1 0 011-1z",
  markdown: "M6 3.500h8l4.500 4.500v12.500H6zM14 3.500V8h4.500M9 17v-4.500l2.200 2.500 2.200-2.500V17",
  html: "M4 5h16v14H4zM4 9h16M7 7h.01M9.500 7h.01M10 12.500L8 14.500l2 2M14 12.500l2 2-2 2",
  epub: "M12 6.500C10 5 7 4.500 4 5v13.500c3-.5 6 0 8 1.500 2-1.500 5-2 8-1.500V5c-3-.5-6 0-8 1.500zM12 6.500V20",
  print: "M7 8V4h10v4M7 17H5a1 1 0 01-1-1v-6a2 2 0 012-2h12a2 2 0 012 2v6a1 1 0 01-1 1h-2M7 14h10v6H7z",
};

type Way = keyof typeof icons;

/** A panel to copy, save and print the article; of what the host cannot do it says nothing. */
export function keep(view: ReaderView): void {
  const { page, element: root, body, article, host, phrases, toolbar, say } = view;
  const { copyText, saveFile } = host;
  view.addStyle(css);
  const bar = element(page, "progress");
  const counted = element(page, "span");
  const progress = element(page, "label", { class: "keep-progress" }, counted, bar);
  progress.hidden = true;
  const result = element(page, "p", { class: "keep-result", role: "status" });
  const list = element(page, "ul", { class: "keep" });
  let isBusy = false;

  function offer(way: Way, act: () => Promise<string>, failure: PhraseKey = "saveFailed"): void {
    const label = element(page, "span", {}, element(page, "b", {}, phrases.text(`keep.${way}`)), element(page, "small", {}, phrases.text(`keep.${way}.about`)));
    const button = element(page, "button", { type: "button", "data-keep": way }, icon(page, icons[way]), label);
    button.addEventListener("click", () => void run(act, failure));
    list.append(element(page, "li", {}, button));
  }

  /** One thing at a time. What came of it is said aloud, and stays to be read. */
  async function run(act: () => Promise<string>, failure: PhraseKey): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    result.replaceChildren();
    const message = await act().catch(() => phrases.text(failure));
    setBusy(false);
    result.replaceChildren(message);
    if (!panel.isOpen()) say(message);
  }

  function setBusy(busy: boolean): void {
    isBusy = busy;
    for (const button of list.querySelectorAll("button")) button.setAttribute("aria-disabled", String(busy));
    if (!busy) progress.hidden = true;
  }

  function onProgress(done: number, total: number): void {
    progress.hidden = false;
    counted.textContent = phrases.text("imagesLoaded", { done, total });
    bar.max = total;
    bar.value = done;
  }

  async function optionsOf(): Promise<PicturedExportOptions> {
    const { fetchImage, marks } = host;
    const title = phrases.text("untitled");
    return {
      marks: toMarks(await marks?.load().catch(() => [])),
      locale: phrases.locale,
      words: { source: phrases.text("file.source"), marks: phrases.text("marks"), contents: phrases.text("outline"), image: phrases.text("file.image"), untitled: title },
      ...(fetchImage && { fetchImage: (address) => fetchImage.call(host, address) }),
      onProgress,
    };
  }

  /** Without what its reader removed, and with what they put back. */
  function shownArticle(): Article {
    view.whole();
    const tree = editedTree(body);
    return tree === undefined ? article : { ...article, tree };
  }

  let markdown = article.markdown;
  let loading: Promise<string> | undefined; // asked for once, and again where that failed

  async function markdownOf(kept: Article): Promise<string> {
    if (kept !== article && host.loadMarkdown !== undefined) return host.loadMarkdown(kept.tree);
    loading ??= Promise.resolve(markdown ?? host.loadMarkdown?.() ?? "");
    try {
      return (markdown = await loading);
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }

  function offerFile(way: Way, make: (kept: Article, options: PicturedExportOptions) => ExportedFile | Promise<ExportedFile>): void {
    offer(way, async () => {
      const { name, type, content, missingImages } = await make(shownArticle(), await optionsOf());
      await saveFile?.call(host, { name, type, content: new Blob([content], { type }) });
      const saved = phrases.text("savedFile", { name });
      return missingImages.length === 0 ? saved : `${saved} ${phrases.text("imagesMissing", { count: missingImages.length })}`;
    });
  }

  function ways(): void {
    const hasMarkdown = markdown !== undefined || host.loadMarkdown !== undefined;
    if (hasMarkdown) markdownOf(article).catch(() => {}); // browsers copy only right after a click, which then should find it here
    if (copyText !== undefined && hasMarkdown) {
      offer("copy", async () => {
        const kept = shownArticle();
        await copyText.call(host, kept === article && markdown !== undefined ? markdown : await markdownOf(kept));
        return phrases.text("copiedMarkdown");
      }, "copyFailed");
    }
    if (saveFile !== undefined) {
      if (hasMarkdown) offerFile("markdown", async (kept, options) => markdownFile({ ...kept, markdown: await markdownOf(kept) }, options));
      offerFile("html", htmlFile);
      offerFile("epub", epubFile);
    }
    const print = element(page, "button", { type: "button", "data-keep": "print" }, icon(page, icons.print));
    print.append(element(page, "span", {}, element(page, "b", {}, phrases.text("keep.print")), element(page, "small", {}, phrases.text("keep.print.about"))));
    print.addEventListener("click", () => {
      toolbar.close();
      own(root.ownerDocument, "defaultView")?.print();
    });
    list.append(element(page, "li", {}, print));
  }

  const panel = toolbar.addPanel(phrases.text("keep"), keepIcon, () => {
    ways();
    return element(page, "div", {}, list, progress, result);
  });
}
