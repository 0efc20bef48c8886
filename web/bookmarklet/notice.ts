/**
 * Says over the page why there is no article, until it is clicked or the bookmark is again. Elements and style objects are what even strict policies
 * allow. It stands in the URL as it is, so it may have no question mark (bootstrap.js).
 */
export function notice(page: Document, error: Error): void {
  // A strict policy refuses eval with an EvalError and WebAssembly with a CompileError.
  let message = "Pith could not read this page: " + error.message;
  if (/Eval|Compile/.test(error.name)) message = "This page does not let bookmarklets run code, so Pith cannot open it here. The Pith extension can.";
  const box = page.createElement("pith-reader");
  box.role = "alert";
  box.textContent = message;
  box.style.cssText =
    "all:initial;display:block!important;position:fixed;inset:20px 20px auto auto;max-width:300px;padding:16px 20px;border-radius:12px;background:rgb(34 32 29);color:white;font:16px/1.5 system-ui;cursor:pointer;z-index:2147483647;box-shadow:0 4px 24px rgb(0 0 0/.4)";
  const close = (): void => box.remove();
  box.onclick = close;
  box.addEventListener("pith-close", close);
  page.documentElement.append(box);
}
