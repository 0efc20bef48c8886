import type { ReaderView } from "../view.js";

const icon = "M9 9V5a1 1 0 011-1h9a1 1 0 011 1v9a1 1 0 01-1 1h-4M5 9h9a1 1 0 011 1v9a1 1 0 01-1 1H5a1 1 0 01-1-1v-9a1 1 0 011-1z";

/** A button that copies the article as Markdown, where there is a clipboard and Markdown to copy. */
export function copyMarkdown({ toolbar, host, article: { markdown }, phrases, say }: ReaderView): void {
  if (!host.copyText || (markdown ?? host.loadMarkdown) === undefined) return;
  toolbar.addButton(phrases.text("copyMarkdown"), icon, async () => {
    try {
      await host.copyText?.(markdown ?? ((await host.loadMarkdown?.()) as string));
      say(phrases.text("copiedMarkdown"));
    } catch {
      say(phrases.text("copyFailed"));
    }
  });
}
