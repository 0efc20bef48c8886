// The tables that the build makes, against utf8proc itself, for every code point there is.

#include "core/unicode/unicode.h"

#include <gtest/gtest.h>
#include <utf8proc.h>

namespace pith::unicode {
namespace {

constexpr char32_t kEnd = 0x110000;

utf8proc_category_t CategoryOf(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

CharClass ExpectedClass(char32_t c) {
  if ((c >= 9 && c <= 13) || c == 0x85) return CharClass::kSpace;
  switch (utf8proc_category_string(static_cast<utf8proc_int32_t>(c))[0]) {
    case 'L': return CharClass::kLetter;
    case 'M': return CharClass::kMark;
    case 'N': return CharClass::kNumber;
    case 'P': return CharClass::kPunctuation;
    case 'S': return CharClass::kSymbol;
    case 'Z': return CharClass::kSpace;
    default: return CharClass::kOther;
  }
}

bool IsDroppedMark(char32_t c) { return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0640 || c == 0x0670; }

/// The rules of rules/phrases/README.md, word by word.
char32_t ExpectedFold(char32_t c) {
  if (IsDroppedMark(c)) return 0;
  c = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
  if (c < 0xAC00 || c > 0xD7A3) {
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE), &boundary);
    bool bare = count > 1;
    for (utf8proc_ssize_t i = 1; i < count && bare; ++i) bare = IsDroppedMark(static_cast<char32_t>(parts[i]));
    if (bare) c = static_cast<char32_t>(parts[0]);
  }
  switch (c) {
    case 0x03C2: return 0x03C3;
    case 0x0131: return 'i';
    case 0x0649:
    case 0x06CC: return 0x064A;
    case 0x06A9: return 0x0643;
    default: return c;
  }
}

/// Counts instead of a million expectations, and names the first code point that differs.
template <typename Ours, typename Theirs>
void ExpectSame(Ours ours, Theirs theirs) {
  std::size_t different = 0;
  char32_t first = kEnd;
  for (char32_t c = 0; c < kEnd; ++c) {
    if (ours(c) == theirs(c)) continue;
    if (different++ == 0) first = c;
  }
  EXPECT_EQ(different, 0U) << "first at U+" << std::hex << static_cast<std::uint32_t>(first);
}

TEST(Unicode, ClassesAreThoseOfUtf8proc) { ExpectSame(ClassOf, ExpectedClass); }

TEST(Unicode, DigitsAreTheCategoryNd) {
  ExpectSame(IsDigit, [](char32_t c) { return CategoryOf(c) == UTF8PROC_CATEGORY_ND; });
}

TEST(Unicode, FormatCharactersAreTheCategoryCf) {
  ExpectSame(IsFormat, [](char32_t c) { return CategoryOf(c) == UTF8PROC_CATEGORY_CF; });
}

TEST(Unicode, LowerCaseIsTheSimpleMappingOfUtf8proc) {
  ExpectSame(ToLower, [](char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); });
}

TEST(Unicode, FoldingLowersAndDropsTheMarksThatWritersLeaveOut) { ExpectSame(Fold, ExpectedFold); }

TEST(Unicode, ValuesBeyondUnicodeHaveNoClassAndStayThemselves) {
  for (const char32_t c : {char32_t{0x110000}, char32_t{0x7FFFFFFF}, char32_t{0xFFFFFFFF}}) {
    EXPECT_EQ(ClassOf(c), CharClass::kOther);
    EXPECT_EQ(ToLower(c), c);
    EXPECT_EQ(Fold(c), c);
  }
}

}  // namespace
}  // namespace pith::unicode
