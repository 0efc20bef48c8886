// Pages as the documents that users have: of jsdom and of linkedom.

import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";

/** By name, what makes a document of a page; linkedom knows of no address. */
export const doms = {
  jsdom: (html, url = "https://pier.example/news/gulls") => new JSDOM(html, { url }).window.document,
  linkedom: (html) => parseHTML(html).document,
};

/** A page of our own with everything around it that articles have around them. */
export function pageWith({ head = "", before = "", body = paragraphs, after = "", attributes = "" } = {}) {
  return `<!DOCTYPE html><html lang="en"${attributes}><head><title>Gulls return to the old pier of Wexcombe | The Pier</title>${head}</head><body>
    <nav class="menu"><a href="/">Home</a> <a href="/news">News</a> <a href="/tides">Tides</a></nav>
    <main>${before}<article><h1>Gulls return to the old pier of Wexcombe</h1>${body}</article>${after}</main>
    <footer class="footer">© 2031 The Pier. All rights reserved. <a href="/terms">Terms</a></footer></body></html>`;
}

export const paragraphs = `
  <p>The gulls returned to the pier on Monday morning, and by noon nobody in Wexcombe spoke of anything else: there were four hundred, perhaps five, and they sat in rows.</p>
  <p>Nobody had fed them, said the warden, who keeps a book in which she writes down every bird that lands on the railing. The last entry was from the autumn before the storm.</p>
  <p>It is too early to say whether they will stay through the summer, but the ice cream sellers have already ordered larger umbrellas and a whistle each.</p>`;
