// In place of Gumbo's char_ref.c, a generated state machine that is most of Gumbo's size: the same function over a table of 14 KB.
// It decides as the original does, with three differences. Numbers do not wrap: `&#4294967361;` is U+FFFD, not "A". Control characters
// are spaces: to the terminal that an article is printed in they would be commands. And errors are not recorded, since Pith parses with
// max_errors = 0; the result still says whether there was one.

#include "char_ref.h"

#include <cstddef>
#include <string_view>

#include "char_ref_table.h"  // generated from Gumbo's char_ref.rl by tools/char_ref_table.py
#include "core/unicode/windows_1252.h"
#include "utf8.h"

extern "C" {
const int kGumboNoChar = -1;
}

namespace {

constexpr int kReplacement = 0xFFFD;
constexpr int kLargest = 0x10FFFF;
constexpr int kAstral = 0x1D000;  // as in char_ref_table.py
constexpr unsigned kAstralKind = 1, kPairKind = 2;

bool IsDigit(int c) { return c >= '0' && c <= '9'; }
bool IsLetter(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Of ASCII, and no white space.
bool IsControl(int c) { return (c < ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r') || c == 0x7F; }

int DigitOf(int c, bool hex) {
  if (IsDigit(c)) return c - '0';
  const int lower = c | 0x20;
  return hex && c > 0 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool ConsumeNumber(Utf8Iterator* input, int* output) {
  utf8iterator_next(input);
  const bool hex = (utf8iterator_current(input) | 0x20) == 'x' && utf8iterator_current(input) > 0;
  if (hex) utf8iterator_next(input);
  int digit = DigitOf(utf8iterator_current(input), hex);
  if (digit < 0) {
    utf8iterator_reset(input);
    return false;
  }
  int code_point = 0;
  for (; digit >= 0; digit = DigitOf(utf8iterator_current(input), hex)) {
    if (code_point <= kLargest) code_point = code_point * (hex ? 16 : 10) + digit;
    utf8iterator_next(input);
  }
  const bool ended = utf8iterator_current(input) == ';';
  if (ended) utf8iterator_next(input);
  if (code_point == 0 || code_point > kLargest || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    *output = kReplacement;
    return false;
  }
  if (code_point >= 0x80 && code_point <= 0x9F) {
    *output = pith::unicode::kWindows1252[code_point - 0x80];
    return false;
  }
  *output = IsControl(code_point) ? ' ' : code_point;
  return ended && !utf8_is_invalid_code_point(code_point) && code_point != '\r';
}

/// The longest name that the text begins with.
struct Match {
  std::size_t size = 0;  ///< with its semicolon; 0 for none
  bool semicolon = false;
  OneOrTwoCodepoints value{};
};

/// What pages are full of is found without a search. With its semicolon a name is the longest there can be.
constexpr struct {
  std::string_view name;
  int code_point;
} kCommon[] = {{"nbsp;", 0xA0}, {"amp;", '&'}, {"quot;", '"'}, {"lt;", '<'}, {"gt;", '>'}};

/// Goes through the sorted names with the text's first letter and keeps how far each agrees with the text. A name that shares
/// more than that with the one before disagrees at the same letter; one that shares less is already behind the text.
Match LongestName(const char* text, std::size_t size) {
  for (const auto& common : kCommon) {
    if (std::string_view(text, size).starts_with(common.name)) return {common.name.size(), true, {common.code_point, kGumboNoChar}};
  }
  Match best;
  if (size == 0 || !IsLetter(static_cast<unsigned char>(text[0]))) return best;
  const int letter = text[0] <= 'Z' ? text[0] - 'A' : text[0] - 'a' + 26;
  Start at = kStarts[letter];
  const std::size_t end = kStarts[letter + 1].head;
  std::size_t agreed = 1;
  for (; at.head < end; ++at.head) {
    const unsigned head = kHeads[at.head];
    const unsigned kind = head >> 6;
    std::size_t length = (head & 31U) + 1;
    if (length < agreed) break;
    bool same = length == agreed;
    bool last = false;
    do {
      const unsigned coded = kRests[at.rest++];
      last = (coded & 0x80U) != 0;
      if (same && length < size && static_cast<unsigned char>(text[length]) == (coded & 0x7FU)) {
        agreed = length + 1;
      } else {
        same = false;
      }
      ++length;
    } while (!last);
    const bool semicolon = same && length < size && text[length] == ';';
    if (semicolon || (same && (head & 32U) != 0)) {
      best.size = length + (semicolon ? 1 : 0);
      best.semicolon = semicolon;
      best.value.first = kValues[at.value] + (kind == kAstralKind ? kAstral : 0);
      best.value.second = kind == kPairKind ? kValues[at.value + 1] : kGumboNoChar;
    }
    at.value = static_cast<std::uint16_t>(at.value + (kind == kPairKind ? 2 : 1));
  }
  return best;
}

/// Whether letters and digits up to a semicolon follow, which then are an unknown name.
bool IsUnknownName(const char* text, std::size_t size) {
  std::size_t at = 0;
  while (at < size && (IsLetter(static_cast<unsigned char>(text[at])) || IsDigit(text[at]))) ++at;
  return at < size && text[at] == ';';
}

bool ConsumeName(Utf8Iterator* input, bool is_in_attribute, OneOrTwoCodepoints* output) {
  const char* text = utf8iterator_get_char_pointer(input);
  const auto size = static_cast<std::size_t>(utf8iterator_get_end_pointer(input) - text);
  const Match match = LongestName(text, size);
  if (match.size == 0) {
    const bool unknown = IsUnknownName(text, size);
    utf8iterator_reset(input);
    return !unknown;
  }
  if (!match.semicolon && is_in_attribute && match.size < size) {
    // `?a=1&copy=2` is an address, not a copyright sign.
    const int next = static_cast<unsigned char>(text[match.size]);
    if (next == '=' || IsLetter(next) || IsDigit(next)) {
      utf8iterator_reset(input);
      return true;
    }
  }
  *output = match.value;
  for (std::size_t i = 0; i < match.size; ++i) utf8iterator_next(input);
  return match.semicolon;
}

}  // namespace

bool consume_char_ref(GumboInternalParser*, Utf8Iterator* input, int additional_allowed_char, bool is_in_attribute, OneOrTwoCodepoints* output) {
  utf8iterator_mark(input);
  utf8iterator_next(input);
  *output = {kGumboNoChar, kGumboNoChar};
  const int c = utf8iterator_current(input);
  if (c == additional_allowed_char || c == '\t' || c == '\n' || c == '\f' || c == ' ' || c == '<' || c == '&' || c == -1) {
    utf8iterator_reset(input);
    return true;
  }
  return c == '#' ? ConsumeNumber(input, &output->first) : ConsumeName(input, is_in_attribute, output);
}
