#include "core/score/text_stats.h"

#include <algorithm>
#include <iterator>

#include "core/unicode/unicode.h"
#include "function_words.h"  // generated from rules/function_words.txt

namespace pith::score {
namespace {

using unicode::CharClass;
using unicode::EndsSentence;

bool IsComma(char32_t c) { return c == ',' || c == 0x3001 || c == 0xFF0C || c == 0x060C || c == ';'; }
bool IsQuote(char32_t c) { return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || (c >= 0x300C && c <= 0x300F); }
bool IsCurrency(char32_t c) { return c == '$' || c == 0xA3 || c == 0xA5 || c == 0x20AC || c == 0x20B9 || c == 0x20BD || c == 0x20BA; }

/// Coarse kinds, ordered so that a threshold parts prose ends from labels.
std::uint8_t CharKind(char32_t c, CharClass char_class) {
  if (EndsSentence(c)) return 9;
  if (IsQuote(c)) return 8;
  if (c == ')' || c == ']') return 7;
  if (char_class == CharClass::kLetter || char_class == CharClass::kMark) return unicode::ToLower(c) != c ? 6 : 5;
  if (char_class == CharClass::kNumber) return 4;
  if (c == ':') return 3;
  if (IsComma(c)) return 2;
  return 1;
}

}  // namespace

TextStats StatsOf(std::string_view text) {
  TextStats stats;
  CharClass last_class = CharClass::kSpace;
  bool last_currency = false;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    const char32_t c = next.code_point;
    const CharClass char_class = unicode::ClassOf(c);
    at += next.size;
    ++stats.chars;
    if (c >= 128) ++stats.non_ascii;
    if (char_class == CharClass::kLetter) {
      ++stats.letters;
      if (unicode::IsUnspaced(c)) ++stats.unspaced;
      if ((last_class == CharClass::kSpace || last_class == CharClass::kPunctuation) && unicode::ToLower(c) != c) ++stats.upper_words;
    } else if (char_class == CharClass::kNumber) {
      ++stats.digits;
      stats.price = stats.price || last_currency;
    } else if (EndsSentence(c)) {
      // "3.5" and "example.com" do not end: what follows is a space, a quote or nothing.
      if (at >= text.size() || text[at] == ' ' || text[at] == '"' || text[at] == ')' || static_cast<unsigned char>(text[at]) >= 0x80 || c >= 128) ++stats.sentence_ends;
    } else if (IsComma(c)) {
      ++stats.commas;
    } else if (char_class == CharClass::kSymbol || c == 0xB7 || c == 0x2022 || c == '#' || c == '/' || c == 0xBB || c == 0xA9 || c == '|') {
      ++stats.symbols;
    }
    if (stats.chars == 1) stats.first = CharKind(c, char_class);
    if (char_class != CharClass::kSpace) stats.last = CharKind(c, char_class);
    if (IsCurrency(c)) {
      stats.price = stats.price || last_class == CharClass::kNumber;
      last_currency = true;
    } else if (char_class != CharClass::kSpace) {
      last_currency = false;
    }
    last_class = char_class;
  }
  return stats;
}

std::uint32_t CountFunctionWords(const std::vector<phrases::Token>& tokens) {
  return static_cast<std::uint32_t>(std::count_if(tokens.begin(), tokens.end(), [](phrases::Token token) { return std::binary_search(std::begin(kFunctionWords), std::end(kFunctionWords), token); }));
}

}  // namespace pith::score
