/// <reference path="./css.d.ts" />

/**
 * Gives a shadow root (or a document) a stylesheet as an object: unlike a `<style>` element it needs no leave from the
 * page's content security policy. Returns what takes it away again.
 */
export function adopt(root: ShadowRoot | Document, css: string): () => void {
  const page = root.nodeType === Node.DOCUMENT_NODE ? (root as Document) : (root.ownerDocument as Document);
  try {
    // A sheet belongs to the document whose window made it.
    const sheet = new (page.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  } catch {
    // Content scripts of Firefox see page objects through a wrapper that may refuse this; there a style element is allowed.
    const style = page.createElement("style");
    style.textContent = css;
    (root.nodeType === Node.DOCUMENT_NODE ? page.documentElement : root).appendChild(style);
    return () => style.remove();
  }
}
