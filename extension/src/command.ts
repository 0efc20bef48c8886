/** What the background tells the content script to do, and the menus and shortcuts of the browser the background. */
export const commands = ["toggle", "open", "open-by-itself", "read-selection", "tell-refused-link"] as const;

/** `"open-by-itself"` shows nothing where there is no article. */
export type Command = (typeof commands)[number];

export function isCommand(value: unknown): value is Command {
  return commands.some((known) => known === value);
}
