/**
 * Works on several items at a time and gives the results in the order of the items. No more than `ahead` items are taken
 * that have not been given yet: so memory stays constant, however many there are.
 * @param work must not reject
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result, void, void> {
  const running: Promise<Result>[] = [];
  for await (const item of items) {
    running.push(work(item));
    if (running.length >= ahead) yield await (running.shift() as Promise<Result>);
  }
  for (const result of running) yield await result;
}
