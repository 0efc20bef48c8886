import { onButton, onCommand, openPopup, setButton } from "../browser/button.js";
import { message } from "../browser/runtime.js";
import { commandPage } from "../browser/tabs.js";
import type { OpenTab } from "../browser/api.js";
import { isCommand, type Command } from "../command.js";
import { loadCore } from "./core.js";

/** Has a page do something, and tells at the button where the browser keeps the page to itself. */
export async function command(tab: OpenTab, what: Command): Promise<void> {
  loadCore().catch((error: unknown) => console.error(error)); // while the page is being read
  try {
    await commandPage(tab, what);
  } catch (error) {
    console.warn(error);
    await explainRefusal(tab);
  }
}

/**
 * The same on a page that nobody pressed a button on: where it can't be done, nothing is said.
 * @param arrival the page that is meant, by the name it gave itself (watch.ts)
 */
export async function commandUnasked(tab: OpenTab, what: Command, arrival?: string): Promise<void> {
  await commandPage(tab, what, arrival).catch((error: unknown) => console.warn(error));
}

/** There is no page to show anything in, so the button itself says that it can't be read. */
export async function explainRefusal(tab: OpenTab): Promise<void> {
  const refused = { badge: "!", title: message("refusedTitle") };
  await setButton(tab, { ...refused, popup: "refused.html" });
  // Once it is open the button gets its work back; where only a click opens it, it stays for the next click.
  if (await openPopup(tab)) await setButton(tab, refused);
}

export function listenToButton(): void {
  onButton((tab) => void command(tab, "toggle"));
  onCommand((name, tab) => {
    if (isCommand(name)) void command(tab, name);
  });
}
