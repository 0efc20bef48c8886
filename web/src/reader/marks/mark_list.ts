import type { Mark, MarkStore } from "../host.js";
import { toMarks } from "./mark.js";

/** The marks of one article: in memory at once, in the store as soon as it takes them. */
export interface MarkList {
  readonly current: readonly Mark[];
  add(mark: Mark): void;
  /** @param changed nothing happens where there is no such mark */
  change(id: string, changed: Partial<Pick<Mark, "note" | "colour">>): void;
  remove(id: string): void;
  /** Tries again to read what could not be read, and to keep what could not be kept. */
  retry(): void;
  /** Takes what others have changed in the store. */
  reload(): void;
  /** Saves at once what waits behind a save that is under way: nobody will be there to do so after that. */
  flush(): void;
}

export interface MarkListeners {
  /** The marks are others now, or have come from the store; not told of a note, which stands where it was typed. */
  changed(): void;
  /** The store was not read, or did not take the marks; they last as long as the view. */
  failed(what: "load" | "save"): void;
}

/** Saves wait for each other, and for the first load: what was not read must not be overwritten. */
export function markList(store: MarkStore, listeners: MarkListeners): MarkList {
  let marks: readonly Mark[] = [];
  let isLoaded = false;
  let isDirty = false;
  let work: Promise<void> = Promise.resolve();
  /** As they were last loaded or kept. */
  let kept: readonly Mark[] = [];

  /** Takes what the store has; what was made, changed and removed here since the last time outranks it. */
  async function load(): Promise<void> {
    const stored = toMarks(await store.load());
    const before = marks;
    const made = marks.filter((mark) => !kept.includes(mark));
    const ids = new Set(marks.map(({ id }) => id));
    const outranked = new Set([...made, ...kept.filter(({ id }) => !ids.has(id))].map(({ id }) => id));
    marks = [...stored.filter(({ id }) => !outranked.has(id)), ...made];
    kept = stored;
    if (isLoaded && isSame(marks, before)) return;
    isLoaded = true;
    listeners.changed();
  }

  function synchronise(): void {
    work = work.then(async () => {
      let what: "load" | "save" = "load";
      try {
        if (!isLoaded) await load();
        what = "save";
        await save();
      } catch {
        listeners.failed(what);
      }
    });
  }

  async function save(): Promise<void> {
    if (!isDirty) return;
    isDirty = false;
    const saved = marks;
    try {
      await store.save(saved);
      kept = saved;
    } catch (error) {
      isDirty = true;
      throw error;
    }
  }

  function set(next: readonly Mark[], isShown = false): void {
    marks = next;
    isDirty = true;
    if (!isShown) listeners.changed();
    synchronise();
  }

  synchronise();
  return {
    get current() {
      return marks;
    },
    add(mark) {
      set([...marks, mark]);
    },
    change(id, changed) {
      if (marks.some((mark) => mark.id === id)) set(marks.map((mark) => (mark.id === id ? { ...mark, ...changed } : mark)), changed.colour === undefined);
    },
    remove(id) {
      set(marks.filter((mark) => mark.id !== id));
    },
    retry: synchronise,
    reload: () => void (work = work.then(() => (isLoaded ? load() : undefined)).catch(() => {})), // what is there stays, and is asked for the next time
    flush() {
      if (isLoaded) save().catch(() => listeners.failed("save"));
    },
  };
}

/** Whether these are the same marks, in any order. */
function isSame(some: readonly Mark[], others: readonly Mark[]): boolean {
  const asText = (marks: readonly Mark[]): string => marks.map((mark) => JSON.stringify(mark)).sort().join();
  return asText(some) === asText(others);
}
