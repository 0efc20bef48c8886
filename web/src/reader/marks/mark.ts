import type { Mark } from "../host.js";

/** The colours that a highlight may have. */
export const colours = ["yellow", "green", "blue", "pink"] as const;

export type Colour = (typeof colours)[number];

/** Longest passage and note in UTF-16 units, and most marks: what has more was not made here. */
export const longest = 100_000;
const most = 10_000;

/** The marks in whatever a store gave; what is no mark is left out. */
export function toMarks(stored: unknown): readonly Mark[] {
  if (!Array.isArray(stored)) return [];
  const marks = new Map<string, Mark>();
  for (const each of stored.slice(0, most)) {
    const mark = toMark(each);
    if (mark !== undefined && !marks.has(mark.id)) marks.set(mark.id, mark);
  }
  return [...marks.values()];
}

function toMark(value: unknown): Mark | undefined {
  const { id, colour, note, created, quote, position } = recordOf(value);
  const { exact, prefix, suffix } = recordOf(quote);
  const { start, end } = recordOf(position);
  if (!isText(id) || id === "" || !isText(exact) || exact === "" || !isOffset(start) || !isOffset(end) || end < start) return undefined;
  return {
    id,
    colour: colours.find((known) => known === colour) ?? "yellow",
    note: isText(note) ? note : "",
    created: isText(created) && !Number.isNaN(Date.parse(created)) ? created : new Date(0).toISOString(),
    quote: { exact, prefix: isText(prefix) ? prefix : "", suffix: isText(suffix) ? suffix : "" },
    position: { start, end },
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= longest;
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
