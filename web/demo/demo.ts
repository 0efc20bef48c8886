// The demo page: a page's HTML in, its article out, in the reader view and in every output.

import { extract, extractText, type Article, type OutputName } from "/pith/index.js";
import { offerBookmarklet } from "./bookmarklet.js";
import { pageFrom, type GivenPage } from "./given_page.js";
import { prepareLanguages, prepareTabs, showResult } from "./result.js";

const outputs: readonly OutputName[] = ["html", "markdown", "text", "tree"];

/** The page declares each of these. */
function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  return document.getElementById(id) as Type;
}

const source = byId<HTMLTextAreaElement>("source");
const address = byId<HTMLInputElement>("address");

async function read({ content, plain, name }: GivenPage): Promise<void> {
  const message = byId("message");
  message.textContent = "";
  try {
    const start = performance.now();
    const options = { outputs, explain: true, ...(address.value && { url: address.value }) };
    const article: Article = await (plain ? extractText : extract)(content, options);
    await showResult(article, performance.now() - start, name);
  } catch (error) {
    message.textContent = error instanceof Error ? error.message : String(error);
  }
}

async function readGiven(data: DataTransfer): Promise<boolean> {
  const page = await pageFrom(data);
  if (page === undefined) return false;
  source.value = typeof page.content === "string" ? page.content : "";
  await read(page);
  return true;
}

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (source.value.trim() === "") source.focus();
  else void read({ content: source.value, plain: false });
});

source.addEventListener("paste", (event) => {
  // Pasting into an empty box is handing over a page; into a filled one it is editing.
  if (event.clipboardData === null || source.value.trim() !== "") return;
  event.preventDefault();
  void readGiven(event.clipboardData);
});

byId<HTMLInputElement>("file").addEventListener("change", async ({ currentTarget }) => {
  const input = currentTarget as HTMLInputElement;
  const data = new DataTransfer();
  for (const file of input.files ?? []) data.items.add(file);
  input.value = ""; // so that the same file can be chosen again
  await readGiven(data);
});

byId("sample").addEventListener("click", async () => {
  const response = await fetch("sample.html");
  source.value = await response.text();
  address.value = response.url; // its picture lies beside it
  await read({ content: source.value, plain: false });
});

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", ({ relatedTarget }) => {
  if (relatedTarget === null) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  if (event.dataTransfer !== null) void readGiven(event.dataTransfer);
});

prepareTabs();
prepareLanguages();
void offerBookmarklet(byId<HTMLAnchorElement>("bookmarklet"), byId("bookmarklet-note"));
