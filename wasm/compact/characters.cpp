// core/unicode/unicode.h without tables: a browser knows Unicode, and is asked once for each character.

#include <array>

#include "core/metadata/title.h"
#include "core/unicode/unicode.h"

#define PITH_IMPORT(name) __attribute__((import_module("env"), import_name(#name)))

extern "C" {
/// The class of a character, as CharClass numbers them; 7: a decimal digit, 8: a format character.
PITH_IMPORT(kind_of) int kind_of(char32_t code_point);
/// Its simple lower-case form; with `bare`, without accents.
PITH_IMPORT(lower_of) char32_t lower_of(char32_t code_point, bool bare);
}

namespace pith::unicode {
namespace {

constexpr unsigned kDigitKind = 7, kFormatKind = 8;

unsigned KindOf(char32_t c) {
  static std::array<std::uint8_t, 0x10000> known;  // one more than the kind; 0: not asked yet
  if (c >= known.size()) return static_cast<unsigned>(kind_of(c));
  if (known[c] == 0) known[c] = static_cast<std::uint8_t>(kind_of(c) + 1);
  return known[c] - 1U;
}

bool IsContinuation(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }

}  // namespace

// The input comes from an encoder, so its sequences are whole.
Decoded DecodeSequence(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::uint32_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code_point = lead & (0x7Fu >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    if (!IsContinuation(text, at + i)) return {0xFFFD, 1};
    code_point = code_point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  return {code_point, size};
}

CharClass ClassBeyondAscii(char32_t c) {
  const unsigned kind = KindOf(c);
  return kind == kDigitKind ? CharClass::kNumber : kind == kFormatKind ? CharClass::kOther : static_cast<CharClass>(kind);
}

char32_t ToLower(char32_t c) { return c < 128 ? static_cast<unsigned char>(AsciiLower(static_cast<char>(c))) : lower_of(c, false); }

bool IsUnspaced(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x2E80 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}
bool IsDigit(char32_t c) { return c < 128 ? c >= '0' && c <= '9' : KindOf(c) == kDigitKind; }
bool IsFormat(char32_t c) { return c >= 128 && KindOf(c) == kFormatKind; }
char32_t Fold(char32_t c) { return c < 128 ? ToLower(c) : lower_of(c, true); }

}  // namespace pith::unicode

namespace pith::metadata {

std::string Essence(std::string_view text) {
  std::string essence;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    const unicode::CharClass char_class = unicode::ClassOf(next.code_point);
    if (char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kNumber)
      for (std::uint32_t i = 0; i < next.size; ++i) essence += unicode::AsciiLower(text[at + i]);
    at += next.size;
  }
  return essence;
}

}  // namespace pith::metadata
