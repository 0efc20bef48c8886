#include "core/score/text_stats.h"

#include <array>

#include "core/for_speed.h"
#include "core/unicode/unicode.h"

namespace pith::score {
namespace {

using unicode::CharClass;
using unicode::EndsSentence;

constexpr bool IsComma(char32_t c) { return c == ',' || c == 0x3001 || c == 0xFF0C || c == 0x060C || c == ';'; }
constexpr bool IsQuote(char32_t c) { return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || (c >= 0x300C && c <= 0x300F); }
constexpr bool IsCurrency(char32_t c) { return c == '$' || c == 0xA3 || c == 0xA5 || c == 0x20AC || c == 0x20B9 || c == 0x20BD || c == 0x20BA; }
constexpr bool IsMark(char32_t c) { return c == 0xB7 || c == 0x2022 || c == '#' || c == '/' || c == 0xBB || c == 0xA9 || c == '|'; }

/// What StatsOf() asks of a character.
struct Traits {
  CharClass char_class;
  std::uint8_t kind;  ///< coarse, ordered so that a threshold parts prose ends from labels
  bool ends_sentence, symbol, currency;
};

constexpr std::uint8_t KindOf(char32_t c, CharClass char_class, bool upper) {
  if (EndsSentence(c)) return 9;
  if (IsQuote(c)) return 8;
  if (c == ')' || c == ']') return 7;
  if (char_class == CharClass::kLetter || char_class == CharClass::kMark) return upper ? 6 : 5;
  if (char_class == CharClass::kNumber) return 4;
  if (c == ':') return 3;
  if (IsComma(c)) return 2;
  return 1;
}

constexpr Traits TraitsFrom(char32_t c, CharClass char_class, bool upper) {
  return {char_class, KindOf(c, char_class, upper), EndsSentence(c), char_class == CharClass::kSymbol || IsMark(c), IsCurrency(c)};
}

constexpr auto kAsciiTraits = [] {
  std::array<Traits, 128> traits{};
  for (char32_t c = 0; c < traits.size(); ++c) traits[c] = TraitsFrom(c, unicode::kAsciiClasses[c], c >= 'A' && c <= 'Z');
  return traits;
}();

inline Traits TraitsOf(char32_t c) { return c < 128 ? kAsciiTraits[c] : TraitsFrom(c, unicode::ClassBeyondAscii(c), unicode::ToLower(c) != c); }

/// Where the ASCII letters and spaces at `at` end, of which a text mostly consists.
std::size_t EndOfPlain(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || unicode::IsAsciiLetter(text[at]))) ++at;
  return at;
}

}  // namespace

TextStats StatsOf(std::string_view text) {
  TextStats stats;
  CharClass last_class = CharClass::kSpace;
  bool last_currency = false, after_unstopped = false;
  for (std::size_t at = 0; at < text.size();) {
    // Thai and its neighbours have no full stop: a space parts their sentences, and not their words.
    if (after_unstopped && text[at] == ' ') ++stats.sentence_ends;
    after_unstopped = false;
    if (const std::size_t end = kForSpeed ? EndOfPlain(text, at) : at; end > at) {
      stats.chars += static_cast<std::uint32_t>(end - at);
      std::size_t ink = end;
      while (ink > at && text[ink - 1] == ' ') --ink;
      if (ink > at) {
        stats.last = TraitsOf(static_cast<unsigned char>(text[ink - 1])).kind;
        last_currency = false;
      }
      last_class = ink == end ? CharClass::kLetter : CharClass::kSpace;
      at = end;
      continue;
    }
    const unicode::Decoded next = unicode::Decode(text, at);
    const char32_t c = next.code_point;
    const Traits traits = TraitsOf(c);
    at += next.size;
    ++stats.chars;
    if (c >= 128) ++stats.non_ascii;
    after_unstopped = !traits.ends_sentence && unicode::IsUnspacedAlphabet(c);
    if (traits.char_class == CharClass::kNumber) {
      stats.price = stats.price || last_currency;
    } else if (traits.ends_sentence) {
      // "3.5" and "example.com" do not end: what follows is a space, a quote or nothing.
      if (at >= text.size() || text[at] == ' ' || text[at] == '"' || text[at] == ')' || static_cast<unsigned char>(text[at]) >= 0x80 || c >= 128) ++stats.sentence_ends;
    } else if (traits.symbol) {
      ++stats.symbols;
    }
    if (traits.char_class != CharClass::kSpace) stats.last = traits.kind;
    if (traits.currency) {
      stats.price = stats.price || last_class == CharClass::kNumber;
      last_currency = true;
    } else if (traits.char_class != CharClass::kSpace) {
      last_currency = false;
    }
    last_class = traits.char_class;
  }
  return stats;
}

}  // namespace pith::score
