#include "core/unicode/unicode.h"

#include <algorithm>

#include "core/unicode/eight_bytes.h"
#include "unicode_table.h"  // generated from utf8proc by tools/unicode_table.py

namespace pith::unicode {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool IsContinuation(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }
char32_t Low6(char c) { return static_cast<unsigned char>(c) & 0x3F; }

/// What kKind tells apart: the classes, with decimal digits and format characters taken out of theirs. As in unicode_table.py.
constexpr unsigned kDigitKind = 7, kFormatKind = 8;
constexpr CharClass kClasses[] = {CharClass::kOther,       CharClass::kSpace,  CharClass::kLetter, CharClass::kMark, CharClass::kNumber,
                                  CharClass::kPunctuation, CharClass::kSymbol, CharClass::kNumber, CharClass::kOther};

/// Accents of Latin, Greek and Cyrillic, Arabic vowel signs and hamza marks, tatweel.
bool IsDroppedMark(char32_t c) { return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0640 || c == 0x0670; }

}  // namespace

Decoded DecodeSequence(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= 0xC2 && lead < 0xE0 && IsContinuation(text, at + 1)) return {(lead & 0x1Fu) << 6 | Low6(text[at + 1]), 2};
  if (lead >= 0xE0 && lead < 0xF0 && IsContinuation(text, at + 1) && IsContinuation(text, at + 2)) {
    const char32_t code_point = (lead & 0x0Fu) << 12 | Low6(text[at + 1]) << 6 | Low6(text[at + 2]);
    if (code_point >= 0x800 && (code_point < 0xD800 || code_point > 0xDFFF)) return {code_point, 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && IsContinuation(text, at + 1) && IsContinuation(text, at + 2) && IsContinuation(text, at + 3)) {
    const char32_t code_point = (lead & 0x07u) << 18 | Low6(text[at + 1]) << 12 | Low6(text[at + 2]) << 6 | Low6(text[at + 3]);
    if (code_point >= 0x10000 && code_point <= 0x10FFFF) return {code_point, 4};
  }
  return {kReplacement, 1};
}

void Append(std::string& to, char32_t c) {
  if (c < 0x80) {
    to += static_cast<char>(c);
  } else if (c < 0x800) {
    to += static_cast<char>(0xC0 | c >> 6);
    to += static_cast<char>(0x80 | (c & 0x3F));
  } else if ((c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) {
    to += "\xEF\xBF\xBD";
  } else if (c < 0x10000) {
    to += static_cast<char>(0xE0 | c >> 12);
    to += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    to += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    to += static_cast<char>(0xF0 | c >> 18);
    to += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    to += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    to += static_cast<char>(0x80 | (c & 0x3F));
  }
}

CharClass ClassBeyondAscii(char32_t code_point) { return kClasses[ValueOf<kKind>(code_point)]; }

char32_t ToLower(char32_t code_point) {
  if (code_point < 128) return static_cast<unsigned char>(AsciiLower(static_cast<char>(code_point)));
  return static_cast<char32_t>(static_cast<std::int32_t>(code_point) + kLowerSteps[ValueOf<kLower>(code_point)]);
}

bool IsUnspaced(char32_t c) {
  if (c < 0x0E00) return false;
  return c <= 0x0EFF || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) ||
         (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool IsDigit(char32_t c) {
  if (c < 128) return c >= '0' && c <= '9';
  return ValueOf<kKind>(c) == kDigitKind;
}

bool IsFormat(char32_t c) { return c >= 128 && ValueOf<kKind>(c) == kFormatKind; }

char32_t Fold(char32_t c) {
  if (c < 128) return ToLower(c);
  if (IsDroppedMark(c)) return 0;
  c = ToLower(c);
  const unsigned bare = ValueOf<kBare>(c);
  return bare == 0 ? c : kBareLetters[bare];
}

void BlankControls(std::string& text) {
  const auto may_be_control = [](EightBytes bytes) { return bytes.AreBelow(' ') | bytes.Are('\x7F') | bytes.Are('\xC2'); };
  for (std::size_t at = 0; (at = FindByte(text, at, may_be_control)) < text.size();) {
    const Decoded next = Decode(text, at);
    const bool control = !(next.code_point < 0x80 && IsAsciiSpace(text[at])) && (next.code_point < ' ' || (next.code_point >= 0x7F && next.code_point < 0xA0));
    if (control) std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), next.size, ' ');
    at += next.size;
  }
}

}  // namespace pith::unicode
