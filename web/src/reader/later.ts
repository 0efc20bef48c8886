/** Marks blocks of the article whose layout waits (reading/late_layout.ts). */
export const later = "data-later";

/** Has everything laid out that still waits: to be done before going to a place, which stands elsewhere as long as heights above it are guessed. */
export function layOut(root: HTMLElement): void {
  for (const block of root.querySelectorAll(`[${later}]`)) block.removeAttribute(later);
}
