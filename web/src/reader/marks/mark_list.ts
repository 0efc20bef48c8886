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
  /** Saves at once what waits behind a save that is under way: nobody will be there to do so after that. */
  flush(): void;
}

export interface MarkListeners {
  /** The marks are others now, or have come from the store. */
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
  const removed = new Set<string>();

  async function load(): Promise<void> {
    const stored = toMarks(await store.load());
    const made = new Set(marks.map(({ id }) => id));
    marks = [...stored.filter(({ id }) => !made.has(id) && !removed.has(id)), ...marks];
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
    try {
      await store.save(marks);
    } catch (error) {
      isDirty = true;
      throw error;
    }
  }

  function set(next: readonly Mark[]): void {
    marks = next;
    isDirty = true;
    listeners.changed();
    synchronise();
  }

  synchronise();
  return {
    get current() {
      return marks;
    },
    add(mark) {
      removed.delete(mark.id);
      set([...marks, mark]);
    },
    change(id, changed) {
      if (marks.some((mark) => mark.id === id)) set(marks.map((mark) => (mark.id === id ? { ...mark, ...changed } : mark)));
    },
    remove(id) {
      removed.add(id);
      set(marks.filter((mark) => mark.id !== id));
    },
    retry: synchronise,
    flush() {
      if (isLoaded) save().catch(() => listeners.failed("save"));
    },
  };
}
