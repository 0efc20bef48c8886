/**
 * Says over the page why there is no article, until Escape, a click or the bookmark is pressed. Elements and style objects are what even strict policies
 * allow. It stands in the URL as it is, so it may have no question mark (bootstrap.js).
 */
export function notice(page: Document, error: Error): void {
  const extension = ". The Pith extension can.";
  let message = "Pith could not read this page: " + error.message;
  // A strict policy refuses eval with an EvalError and WebAssembly with a CompileError.
  if (/Eval|Compile/.test(error.name)) message = "This page does not let bookmarklets run code, so Pith cannot open it here" + extension;
  if (/Type/.test(error.name)) message += ", perhaps since it has changed the browser's functions" + extension;
  const box = page.createElement("pith-reader");
  if (!box.style) return alert(message); // no HTML, where no box would be seen
  box.role = "alert";
  box.textContent = message;
  box.style.cssText =
    "all:initial;display:block!important;position:fixed;top:20px;right:20px;max-width:300px;padding:16px 20px;border-radius:12px;background:black;color:white;font:16px/1.5 system-ui;cursor:pointer;box-shadow:0 4px 24px gray";
  const close = (): void => box.remove();
  box.onclick = close;
  box.addEventListener("pith-close", close);
  box.ontoggle = (event) => (event as ToggleEvent).newState === "closed" && close();
  (page.querySelector("dialog:modal") || page.documentElement).append(box); // all outside a modal dialog is out of reach
  box.popover = "auto";
  box.showPopover();
}
