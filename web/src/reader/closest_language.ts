/**
 * The first of the wanted languages that is known: itself, or as the one that it is a kind of.
 * @param wanted BCP 47 tags, the best first
 */
export function closestLanguage(wanted: readonly string[], known: readonly string[]): string | undefined {
  for (const tag of wanted) {
    const found = known.find((language) => tag === language) ?? known.find((language) => tag.startsWith(`${language}-`));
    if (found !== undefined) return found;
  }
  return undefined;
}
