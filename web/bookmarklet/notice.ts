/** Says something over the page, until it is clicked or the bookmark is again. Elements and style objects are what even strict policies allow. */
export function notice(page: Document, message: string): void {
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
