/// <reference path="./css.d.ts" />

import { own } from "../own.js";
import { element, makeInert } from "./element.js";

/**
 * Gives a shadow root (or a document) a stylesheet as an object: unlike a `<style>` element it needs no leave from the
 * page's content security policy. Returns what takes it away again.
 */
export function adopt(root: ShadowRoot | Document, css: string): () => void {
  const isDocument = own(root, "nodeType") === 9;
  const page = isDocument ? (root as Document) : (root.ownerDocument as Document);
  const sheets = (): CSSStyleSheet[] => own(root, "adoptedStyleSheets");
  const setSheets = (next: CSSStyleSheet[]): void => void Reflect.set(Object.getPrototypeOf(root) as object, "adoptedStyleSheets", next, root);
  try {
    // A sheet belongs to the document whose window made it.
    const sheet = new (own(page, "defaultView") ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    setSheets([...sheets(), sheet]);
    if (!sheets().includes(sheet)) throw new Error("the sheet was not taken");
    return () => setSheets(sheets().filter((other) => other !== sheet));
  } catch {
    // Content scripts of Firefox see page objects through a wrapper that may refuse this; there a style element is allowed.
    const style = element(makeInert(page), "style", {}, css);
    (isDocument ? own(page, "documentElement") : root).appendChild(style);
    return () => style.remove();
  }
}
