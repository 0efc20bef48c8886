import { PithError, messageOf } from "../errors.js";
import type { FoundPage, Place } from "../pages/found.js";
import { findPages, readNames } from "../pages.js";
import { pagesAhead } from "../worker.js";
import { inOrder } from "../worker/in_order.js";
import { createJsonPool, type JsonPool } from "../worker/pool.js";
import type { Command, ManyPages } from "./arguments.js";
import { pageOptions } from "./page_options.js";
import { showProgress } from "./progress.js";
import { openRecords, standardOutput, type Records } from "./records.js";
import { complain, isClosedPipe } from "./streams.js";

interface Outcome {
  readonly line: string;
  readonly failed: boolean;
}

/**
 * Extracts any number of pages with workers, a record a line in the order of the pages. A page that fails is a record, and
 * the run goes on. Memory does not grow with the number of pages.
 * @returns the exit code: 0, or 1 where a page or the run failed
 */
export async function runMany(command: Command, many: ManyPages): Promise<number> {
  try {
    const records = many.output === undefined || many.output === "-" ? standardOutput : await openRecords(many.output, many.resume);
    if (!records.complete) return await writeRecords(records, command, many);
    complain(`${many.output} is complete already`);
    return records.failed ? 1 : 0;
  } catch (error) {
    if (isClosedPipe(error)) throw error;
    complain(messageOf(error)); // the list of names, or the output: nothing that one page could be blamed for
    return 1;
  }
}

async function writeRecords(records: Records, command: Command, many: ManyPages): Promise<number> {
  const pool = createJsonPool(poolOptions(many));
  const progress = showProgress(records.done);
  let failed = records.failed;
  try {
    const pages = afterDone(findPages(inputsOf(command, many), findOptions(command, many)), records);
    for await (const outcome of inOrder(pages, (page) => extractOne(pool, page, command), pool.size * pagesAhead)) {
      await records.write(outcome.line);
      failed ||= outcome.failed;
      progress.count(outcome.failed);
    }
    await records.finish();
  } finally {
    progress.end();
    pool.close();
    await records.release();
  }
  return failed ? 1 : 0;
}

function poolOptions({ jobs, timeout }: ManyPages) {
  return { ...(jobs === undefined ? {} : { size: jobs }), ...(timeout === undefined ? {} : { timeout }) };
}

function findOptions({ limits: { bytes } }: Command, { recursive, suffixes, from, timeout }: ManyPages) {
  return { recursive, ...(bytes && { bytes }), ...(suffixes && { suffixes }), ...(from && { from }), ...(timeout && { timeout }) };
}

async function* inputsOf(command: Command, many: ManyPages): AsyncGenerator<string, void, void> {
  yield* command.inputs;
  if (many.filesFrom !== undefined) yield* readNames(many.filesFrom);
}

/** The pages that no record is there for. The last record must be of the page that comes before them. */
async function* afterDone(pages: AsyncIterable<FoundPage>, { done, last }: Records): AsyncGenerator<FoundPage, void, void> {
  let count = 0;
  for await (const page of pages) {
    count++;
    if (count > done) yield page;
    else if (count === done && last !== undefined && !isSamePlace(page, last)) {
      throw new PithError("unreadable", `record ${done} of the output is of ${nameOf(last)}, page ${done} of the inputs is ${nameOf(page)}: they cannot be gone on with`);
    }
  }
  if (count < done) throw new PithError("unreadable", `the output has ${done} records, but the inputs have only ${count} pages: they cannot be gone on with`);
}

function isSamePlace(left: Place, right: Place): boolean {
  return left.file === right.file && left.page === right.page && left.source === right.source;
}

function nameOf({ file, page }: Place): string {
  return page === undefined ? file : `${file}, page ${page}`;
}

async function extractOne(pool: JsonPool, found: FoundPage, command: Command): Promise<Outcome> {
  const { file, page, source } = found;
  const place = JSON.stringify({ file, page, source });
  try {
    if ("error" in found) throw found.error;
    const { content, plain = false, options } = found;
    const json = await pool.run(content, pageOptions(command, { ...options, plain }));
    return { line: `${place.slice(0, -1)},${json.slice(1)}\n`, failed: false };
  } catch (error) {
    const code = error instanceof PithError ? error.code : "worker-failed";
    return { line: `${JSON.stringify({ file, page, source, error: messageOf(error), code })}\n`, failed: true };
  }
}
