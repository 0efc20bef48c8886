import type { Mark } from "../../../web/src/reader/host.js";
import { toMarks } from "../../../web/src/reader/marks/mark.js";
import { localArea } from "../browser/storage.js";
import { isRecord, isText } from "../values.js";
import { inTurn, readAll, write } from "./write.js";

const prefix = "marks:";
/** Characters. */
export const longestTitle = 1000;

/** The highlights of one page's article. */
export interface PageMarks {
  readonly title: string;
  readonly marks: readonly Mark[];
}

/** @param page its address, see `pageAddress` */
export async function marksOf(page: string): Promise<readonly Mark[]> {
  return toPageMarks((await localArea().get(prefix + page))[prefix + page]).marks;
}

/** Each page's highlights by its address; pages without any are left out. */
export async function allMarks(): Promise<ReadonlyMap<string, PageMarks>> {
  const entries = [...(await readAll(prefix))].map(([page, value]) => [page, toPageMarks(value)] as const);
  return new Map(entries.filter(([, { marks }]) => marks.length > 0));
}

/** Stores a page's highlights in place of those it had. */
export function saveMarks(page: string, { title, marks }: PageMarks): Promise<void> {
  return inTurn(async () => {
    if (marks.length === 0) await localArea().remove(prefix + page);
    else await write({ [prefix + page]: { title: title.slice(0, longestTitle), marks } });
  });
}

/** Whether it is a highlight as it stands, with nothing in it that would have to be put right. */
export function isMark(value: unknown): value is Mark {
  const [mark] = toMarks([value]);
  if (mark === undefined || !isRecord(value)) return false;
  return (["colour", "note", "created"] as const).every((name) => mark[name] === value[name]);
}

/** Those of both; of two with one id the added one. */
export function mergeMarks(before: PageMarks | undefined, added: PageMarks): PageMarks {
  const ids = new Set(added.marks.map(({ id }) => id));
  return { title: added.title || (before?.title ?? ""), marks: [...(before?.marks ?? []).filter(({ id }) => !ids.has(id)), ...added.marks] };
}

/** The items of the store that hold these highlights. */
export function marksAsItems(pages: ReadonlyMap<string, PageMarks>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...pages].map(([page, marks]) => [prefix + page, marks]));
}

/** What is stored may be anything; what is a highlight among it stays. */
function toPageMarks(value: unknown): PageMarks {
  const { title, marks } = isRecord(value) ? value : {};
  return { title: isText(title, longestTitle) ? title : "", marks: toMarks(marks) };
}
