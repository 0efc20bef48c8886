// What utf8proc knows, as text for unicode_table.py. Runs on the machine that builds, never on the one that extracts.
//
//   line   code point, category, lower case, canonical decomposition…
//
// A line stands for all code points up to the next line's; only those with mappings have lines of their own.

#include <stdio.h>

#include <utf8proc.h>

int main(void) {
  int last_category = -1;
  for (utf8proc_int32_t c = 0; c < 0x110000; ++c) {
    const int category = utf8proc_category(c);
    const utf8proc_int32_t lower = utf8proc_tolower(c);
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(c, parts, 8, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &boundary);
    if (count < 0 || count > 8) return 1;
    if (count == 1 && parts[0] == c) count = 0;
    const int mapped = lower != c || count != 0;
    if (!mapped && category == last_category) continue;
    printf("%d %d %d", (int)c, category, (int)(lower - c));
    for (utf8proc_ssize_t i = 0; i < count; ++i) printf(" %d", (int)parts[i]);
    printf("\n");
    last_category = mapped ? -1 : category;  // a mapping is for its code point alone
  }
  return 0;
}
