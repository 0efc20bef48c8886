#pragma once

// Words as the tables made from rules/*.txt know them: the hash of their folded letters.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/unicode/unicode.h"

namespace pith::metadata {

/// Whether a character can stand in a word.
[[nodiscard]] inline bool IsWordCharacter(char32_t c) {
  const unicode::CharClass char_class = unicode::ClassOf(c);
  return char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kMark || unicode::IsFormat(c);
}

/// FNV-1a folded to 24 bits, as tools/phrase_table.py computes it.
[[nodiscard]] inline std::uint32_t WordHash(std::string_view word) {
  std::uint32_t value = 2166136261U;
  for (std::size_t at = 0; at < word.size();) {
    const unicode::Decoded next = unicode::Decode(word, at);
    const char32_t folded = unicode::IsFormat(next.code_point) ? 0 : unicode::Fold(next.code_point);
    if (folded != 0) {
      for (int shift = 0; shift < 24; shift += 8) value = (value ^ (static_cast<std::uint32_t>(folded) >> shift & 0xFF)) * 16777619U;
    }
    at += next.size;
  }
  const std::uint32_t hash = (value ^ value >> 24) & 0xFFFFFF;
  return hash == 0 ? 1 : hash;
}

}  // namespace pith::metadata
