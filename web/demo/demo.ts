// The demo page: a page's HTML in, its article out, in the reader view and in every output.

import { extract, extractText, type Article, type OutputName } from "/pith/index.js";
import { offerBookmarklet } from "./bookmarklet.js";
import { addressIn, isMarkup, pageFrom, type GivenPage } from "./given_page.js";
import { prepareLanguages, prepareTabs, showResult } from "./result.js";

const outputs: readonly OutputName[] = ["html", "markdown", "text", "tree"];

/** The page declares each of these. */
function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  return document.getElementById(id) as Type;
}

const source = byId<HTMLTextAreaElement>("source");
const address = byId<HTMLInputElement>("address");
const message = byId("message");
const sampleAddress = new URL("sample.html", document.baseURI).href;
/** What was handed over last; reading it again is reading it alike. */
let last: GivenPage | undefined;

async function read(page: GivenPage): Promise<void> {
  last = page;
  const { content, plain, name } = page;
  message.textContent = "";
  const given = typeof content === "string" ? addressIn(content) : undefined;
  if (given !== undefined) {
    source.value = "";
    address.value = given;
    message.textContent = "That is an address, and Pith fetches nothing: paste the page’s source here, or drop its file.";
    return;
  }
  try {
    const start = performance.now();
    const options = { outputs, explain: true, ...(address.value && { url: address.value }) };
    const article: Article = await (plain ? extractText : extract)(content, options);
    await showResult(article, performance.now() - start, name);
  } catch (error) {
    message.textContent = error instanceof Error ? error.message : String(error);
  }
}

async function readGiven(data: DataTransfer): Promise<void> {
  const page = await pageFrom(data);
  if (page === undefined) return;
  forgetSample();
  source.value = typeof page.content === "string" ? page.content : "";
  await read(page);
  if (data.files.length > 1) message.textContent = `Only ${page.name} was read: one page at a time.`;
}

/** The sample's address is for the sample alone; one that the visitor wrote stays. */
function forgetSample(): void {
  if (address.value === sampleAddress) address.value = "";
}

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (source.value.trim() === "") source.focus();
  else void read(last?.content === source.value ? last : { content: source.value, plain: !isMarkup(source.value) });
});

source.addEventListener("input", () => {
  if (source.value.trim() === "") forgetSample();
});

source.addEventListener("paste", (event) => {
  // Pasting over all that the box has is handing over a page; into a filled one it is editing.
  const overAll = source.selectionStart === 0 && source.selectionEnd === source.value.length;
  if (event.clipboardData === null || (source.value.trim() !== "" && !overAll)) return;
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
  const response = await fetch(sampleAddress);
  source.value = await response.text();
  address.value = sampleAddress; // its picture lies beside it
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
