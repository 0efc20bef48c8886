/** A shortcut as the view shows it. */
export interface Shortcut {
  /** As `KeyboardEvent.key`, with `"mod+"` before it where Ctrl (or ⌘) is held. */
  readonly key: string;
  readonly description: string;
}

export interface Keys {
  readonly shortcuts: readonly Shortcut[];
  /**
   * @param action false: it was not its turn, the next one with this key is asked, and at last the browser
   * @param description absent where the key needs no telling
   */
  add(key: string, action: () => boolean | void, description?: string): void;
}

const typedInto = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range], [type=color], [type=button])";

/**
 * Every key that the view knows, heard in one place. What was added last is asked first.
 * @param enabled whether single letters count: who speaks to the computer may not want them
 */
export function listenToKeys(view: HTMLElement, enabled: () => boolean): Keys {
  const actions = new Map<string, (() => boolean | void)[]>();
  const shortcuts: Shortcut[] = [];

  view.addEventListener("keydown", (event) => {
    const target = event.composedPath()[0] as Element;
    const mod = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if (event.key !== "Escape" && target.matches(typedInto)) return;
    if (event.key.length === 1 && !mod && !enabled()) return;
    const key = (mod ? "mod+" : "") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
    for (const action of actions.get(key) ?? []) {
      if (action() === false) continue;
      event.preventDefault(); // or a dialog around the view closes when only a panel was meant
      return;
    }
  });

  function add(key: string, action: () => boolean | void, description?: string): void {
    const known = actions.get(key);
    if (known) known.unshift(action);
    else actions.set(key, [action]);
    if (description) shortcuts.push({ key, description });
  }

  return { shortcuts, add };
}
