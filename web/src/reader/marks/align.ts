/** Where the best match of a pattern ends in a text, and how many characters had to be changed for it. */
export interface Alignment {
  readonly end: number;
  readonly changes: number;
}

/** Approximate search (Sellers 1980): insertions, deletions and replacements cost 1 each; time is the product of both lengths. */
export function align(pattern: string, text: string): Alignment {
  let costs = Uint32Array.from({ length: pattern.length + 1 }, (_, index) => index);
  let next = new Uint32Array(costs.length);
  let best: Alignment = { end: 0, changes: pattern.length };
  for (let at = 1; at <= text.length; at++) {
    next[0] = 0; // a match may begin anywhere
    for (let index = 1; index < costs.length; index++) {
      const replaced = (costs[index - 1] as number) + (pattern[index - 1] === text[at - 1] ? 0 : 1);
      next[index] = Math.min(replaced, (costs[index] as number) + 1, (next[index - 1] as number) + 1);
    }
    [costs, next] = [next, costs];
    const changes = costs[pattern.length] as number;
    if (changes < best.changes) best = { end: at, changes };
  }
  return best;
}
