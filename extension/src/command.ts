/** What the background tells the content script to do, and the menus and shortcuts of the browser the background. */
export const commands = ["toggle", "open", "open-by-itself", "read-selection", "tell-refused-link"] as const;

/** `"open-by-itself"` shows nothing where there is no article. */
export type Command = (typeof commands)[number];

/** Whether a command, where it finds no reader, opens one over the page. */
export function opensReader(value: unknown): boolean {
  return isCommand(value) && value !== "tell-refused-link";
}

export function isCommand(value: unknown): value is Command {
  return commands.some((known) => known === value);
}
