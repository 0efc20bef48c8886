#pragma once

// All that Pith asks of Unicode, in tables that the build makes of utf8proc's. ASCII never reaches them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pith::unicode {

enum class CharClass : std::uint8_t { kOther, kSpace, kLetter, kMark, kNumber, kPunctuation, kSymbol };

struct Decoded {
  char32_t code_point;
  std::uint32_t size;  ///< bytes; at least 1
};

/// Decode() for a byte that is not ASCII.
[[nodiscard]] Decoded DecodeSequence(std::string_view text, std::size_t at);
/// The character that starts at `text[at]`; U+FFFD of size 1 where the bytes are not UTF-8.
[[nodiscard]] inline Decoded Decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? Decoded{lead, 1} : DecodeSequence(text, at);
}
/// Appends a code point as UTF-8; a surrogate or a value past U+10FFFF as U+FFFD.
void Append(std::string& to, char32_t code_point);

/// The class of each ASCII character.
inline constexpr std::array<CharClass, 128> kAsciiClasses = [] {
  std::array<CharClass, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if (c == ' ' || (c >= 9 && c <= 13)) {
      classes[c] = CharClass::kSpace;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      classes[c] = CharClass::kLetter;
    } else if (c >= '0' && c <= '9') {
      classes[c] = CharClass::kNumber;
    } else if (c < 32 || c == 127) {
      classes[c] = CharClass::kOther;
    } else {
      const bool symbol = c == '$' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '`' || c == '|' || c == '~';
      classes[c] = symbol ? CharClass::kSymbol : CharClass::kPunctuation;
    }
  }
  return classes;
}();

/// ClassOf() for what is not ASCII.
[[nodiscard]] CharClass ClassBeyondAscii(char32_t code_point);
[[nodiscard]] inline CharClass ClassOf(char32_t code_point) { return code_point < 128 ? kAsciiClasses[code_point] : ClassBeyondAscii(code_point); }
/// The simple lower-case mapping.
[[nodiscard]] char32_t ToLower(char32_t code_point);
/// Letters written without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.
[[nodiscard]] bool IsUnspaced(char32_t code_point);
/// Those of them that are alphabets, with several letters a word: Thai, Lao, Burmese, Khmer.
[[nodiscard]] constexpr bool IsUnspacedAlphabet(char32_t c) {
  return c >= 0x0E00 && (c <= 0x0EFF || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF));
}
/// Letters of such an alphabet that count as a word, vowel signs aside: ICU parts our Thai texts so (3.1).
inline constexpr unsigned kLettersOfWord = 3;
/// The others of them, each of which counts as a word: Han and kana.
[[nodiscard]] inline bool IsWordByItself(char32_t c) { return c >= 0x0E00 && !IsUnspacedAlphabet(c) && IsUnspaced(c); }
/// A decimal digit of any script.
[[nodiscard]] bool IsDigit(char32_t code_point);
/// An invisible format character (general category Cf), such as a soft hyphen.
[[nodiscard]] bool IsFormat(char32_t code_point);
/// A letter as phrases are compared: lower case, without the accents and vowel signs that writers leave out; 0 where nothing is
/// left of it. The rules are those of rules/phrases/README.md.
[[nodiscard]] char32_t Fold(char32_t code_point);

[[nodiscard]] constexpr bool IsAsciiSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
[[nodiscard]] constexpr char AsciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
[[nodiscard]] constexpr bool IsAsciiLetter(char c) { return (static_cast<unsigned char>(c) | 0x20U) - 'a' < 26U; }
/// Lower-cases a whole text.
[[nodiscard]] std::string Lowered(std::string_view text);
/// Compares ignoring ASCII case, as HTML does for names.
[[nodiscard]] bool EqualsIgnoringAsciiCase(std::string_view a, std::string_view b);
/// `text` without leading and trailing ASCII white space; points into `text`.
[[nodiscard]] std::string_view Trimmed(std::string_view text);
/// Where the ASCII words at `at` end that collapsing leaves as they are: with one space between each two.
[[nodiscard]] std::size_t EndOfEven(std::string_view text, std::size_t at);
/// Runs of Unicode white space become one space, none at the ends.
[[nodiscard]] std::string Collapsed(std::string_view text);

/// Control characters that are no white space, C1 included, become spaces, one a byte: nobody sees them, and to a terminal they are commands.
void BlankControls(std::string& text);

/// Sentence-final marks of many scripts.
[[nodiscard]] constexpr bool EndsSentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E || c == 0x0964 || c == 0x061F ||
         c == 0x06D4 || c == 0x104B || c == 0x17D4 || c == 0x203D;
}

}  // namespace pith::unicode
