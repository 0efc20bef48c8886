/**
 * Works on several items at a time and gives the results in the order of the items, each as soon as it is there, however long the
 * next item takes to come. No more than `ahead` items are taken that have not been given yet: so memory stays constant, however many
 * there are. Where the items break off with an error, it comes after the results of those before it.
 * @param work must not reject
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result, void, void> {
  const source = each(items);
  const running: Promise<Result>[] = [];
  let taking: Promise<void> | undefined;
  let ended = false;
  let failure: { readonly error: unknown } | undefined;

  async function take(): Promise<void> {
    try {
      const { done, value } = await source.next();
      if (done === true) ended = true;
      else if (!ended) running.push(work(value));
    } catch (error) {
      ended = true;
      failure = { error };
    }
    taking = undefined;
  }

  try {
    for (;;) {
      if (!ended && running.length < ahead) taking ??= take();
      const first = running[0]?.then((result) => ({ result }));
      if (first === undefined && taking === undefined) break;
      const finished = await Promise.race([taking, first].filter((promise) => promise !== undefined));
      if (finished === undefined) continue; // another item came
      running.shift();
      yield finished.result;
    }
    if (failure !== undefined) throw failure.error;
  } finally {
    ended = true;
    const closed = source.return();
    if (taking === undefined) await closed;
    else closed.catch(() => {}); // it closes when its next item has come, which nobody waits for
  }
}

async function* each<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item, void, void> {
  yield* items;
}
