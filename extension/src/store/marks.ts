import type { Mark } from "../../../web/src/reader/host.js";
import { toMarks } from "../../../web/src/reader/marks/mark.js";
import { localArea } from "../browser/storage.js";
import type { MarkChange } from "../messages.js";
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

/**
 * What is being changed is waited for: a page that is loaded anew asks while the last words of the old one are still on their way.
 * @param page its address, see `pageAddress`
 */
export async function marksOf(page: string): Promise<readonly Mark[]> {
  return (await inTurn(() => pageMarksOf(page))).marks;
}

/** Each page's highlights by its address; pages without any are left out. */
export async function allMarks(): Promise<ReadonlyMap<string, PageMarks>> {
  const entries = [...(await readAll(prefix))].map(([page, value]) => [page, toPageMarks(value)] as const);
  return new Map(entries.filter(([, { marks }]) => marks.length > 0));
}

/** Changes some of a page's highlights; those that the change does not name stay, whoever made them meanwhile. */
export function changeMarks(page: string, title: string, { changed, removed }: MarkChange): Promise<void> {
  return inTurn(async () => {
    const before = await pageMarksOf(page);
    const left = before.marks.filter(({ id }) => !removed.includes(id));
    const merged = mergeMarks({ ...before, marks: left }, { title: title.slice(0, longestTitle), marks: changed });
    await (merged.marks.length === 0 ? localArea().remove(prefix + page) : write({ [prefix + page]: merged }));
  });
}

/** Removes all of a page's highlights. */
export function removeMarks(page: string): Promise<void> {
  return inTurn(() => localArea().remove(prefix + page));
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

async function pageMarksOf(page: string): Promise<PageMarks> {
  return toPageMarks((await localArea().get(prefix + page))[prefix + page]);
}

/** What is stored may be anything; what is a highlight among it stays. */
function toPageMarks(value: unknown): PageMarks {
  const { title, marks } = isRecord(value) ? value : {};
  return { title: isText(title, longestTitle) ? title : "", marks: toMarks(marks) };
}
