#pragma once

// What tells lines that an author writes from headlines: sentences end.

#include <string_view>

#include "core/unicode/unicode.h"

namespace pith::select {

/// The last character of a text that is not empty.
[[nodiscard]] inline char32_t LastOf(std::string_view text) {
  std::size_t last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;
  return unicode::Decode(text, last).code_point;
}

/// Whether a text that is not empty ends as statements do, in whatever script; headlines ask and cry at most.
[[nodiscard]] inline bool EndsStatement(std::string_view text) {
  const char32_t c = LastOf(text);
  return unicode::EndsSentence(c) && c != '?' && c != '!' && c != 0xFF1F && c != 0xFF01 && c != 0x061F;
}

}  // namespace pith::select
